"""iCalendar (RFC 5545): slots for other calendars, and other people's events as proposals for slots."""
