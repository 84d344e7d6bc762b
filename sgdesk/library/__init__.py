"""The data folder read, checked and handed on: guidance, wording, recipients, maps, help."""
