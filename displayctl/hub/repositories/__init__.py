"""The only rooms that see table rows: they give and take values, on the session of a unit of work."""
