"""Agencies' requests for airtime at the desk."""
