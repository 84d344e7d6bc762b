"""Values, rules and wizard flows: no I/O, no clock, no Qt, no SQL."""
