"""Templates of announcements as files: ours in the package, and those that an office adds."""
