"""Rows of a practice system, pasted or from a file, read as entries of a chronology."""
