"""The sections of the page of reports."""
