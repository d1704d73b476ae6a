"""What is typed and not saved, and what waits for the hub, kept in files at this desk: a crash takes nothing of it."""
