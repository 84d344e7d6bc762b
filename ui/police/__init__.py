"""Contacts with the police: written down while talking, with their numbers."""
