"""The desk: a headless hub and the desktop application that speaks to it."""
