"""Home: walls as they are now, what needs a person, what changed lately, and the jump to anything."""
