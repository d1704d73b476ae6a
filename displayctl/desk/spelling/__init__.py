"""Checking words against the dictionaries of this computer."""
