"""The practice's and the program's settings."""
