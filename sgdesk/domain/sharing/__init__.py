"""Sharing: one decision about one recipient, what goes, what stays, and why."""
