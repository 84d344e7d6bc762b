"""Help that works offline."""
