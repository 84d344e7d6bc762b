"""One module for each change to the schema. None is edited after its release."""
