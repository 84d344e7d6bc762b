"""The safeguarding log: the register."""
