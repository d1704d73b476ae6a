"""Warnings at the desk: the card of one, where it holds, what would be shown, and the feeds they come from."""
