"""The window of SG Desk. Qt lives here and nowhere else."""
