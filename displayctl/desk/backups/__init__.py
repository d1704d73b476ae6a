"""Backups of a whole installation: made while its hub works, tested by opening them, and brought back."""
