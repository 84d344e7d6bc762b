"""Flow 1: record a concern, from urgency to signature."""
