"""All concerns, and one concern with everything about it."""
