"""Facts: one thing seen, said, reported, on record, or held as professional opinion."""
