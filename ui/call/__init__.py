"""Telephone calls, and the page for an emergency."""
