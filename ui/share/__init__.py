"""Share information: one decision about one recipient, page by page (flow 2)."""
