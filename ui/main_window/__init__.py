"""The window of an unlocked desk."""
