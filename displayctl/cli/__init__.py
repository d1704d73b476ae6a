"""The command line: for scripts, for tests and for people who like to type."""
