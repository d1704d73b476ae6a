"""Where pictures appear: one Qt window that composes frames and knows nothing of schedules."""
