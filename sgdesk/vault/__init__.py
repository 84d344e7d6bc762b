"""Keys: who can open the store, and what is kept so that they still can tomorrow."""
