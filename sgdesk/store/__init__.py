"""The practice's records on disk: one encrypted file, its history, drafts, backups and search."""
