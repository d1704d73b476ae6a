"""Looking after the desk itself: its log, what broke, backups, versions, and help on every page."""
