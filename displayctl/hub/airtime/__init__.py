"""What walls were to show and what they showed, worked out for a time: counts, durations, reasons, and silence."""
