"""The settings of a person's desk, each effective at once and kept beside the desk's keys."""
