"""The wire between hub and desk, shared by both."""
