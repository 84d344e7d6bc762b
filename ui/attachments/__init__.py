"""Files with a concern: added, looked at without leaving the store, set aside; off by default."""
