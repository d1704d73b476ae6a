"""Windows about accounts: signing in, people and their roles, one's own password and second factor."""
