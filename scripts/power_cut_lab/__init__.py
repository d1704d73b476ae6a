"""A disk of its own whose power goes again and again while a player takes programmes and hands its journal over."""
