"""What a practice prints: gathered first, drawn later, the same input giving the same bytes."""
