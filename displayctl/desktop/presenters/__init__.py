"""What pages say and where things lie, worked out without a widget."""
