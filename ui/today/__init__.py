"""The first page: what needs doing, what is open, where to go on."""
