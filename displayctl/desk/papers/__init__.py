"""Reports on paper: one A4 page as PDF, in Indonesian with English beside it, whatever the interface speaks."""
