"""What becomes of warnings once a feed has told of them: events, their life and reach, and what people decide."""
