"""SG Desk: what a safeguarding lead records, decides, shares and can prove, without a window."""

__version__ = "0.1.0"
