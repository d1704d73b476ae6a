"""What is done with a schedule beside booking: search it, compare it, print it, exchange it with other calendars."""
