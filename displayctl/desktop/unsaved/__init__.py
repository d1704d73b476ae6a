"""What is typed in forms and not saved, kept in a file at this desk, so that a crash takes nothing of it."""
