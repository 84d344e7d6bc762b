"""Wizard flows without widgets: which steps an answer leads through, and what must be put right."""
