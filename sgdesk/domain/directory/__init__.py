"""The directory of agencies as a file of rows, out and in."""
