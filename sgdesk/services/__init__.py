"""What a user can do: one sentence, one transaction, one audit entry."""
