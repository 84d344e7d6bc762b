"""Setting up a desk, step by step, and getting back in when a passphrase is lost."""
