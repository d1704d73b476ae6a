"""What walls showed, for those who account for it: gathered from a hub, summed up, and written as tables and papers."""
