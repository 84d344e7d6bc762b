"""What every page is built from: theme, forms, the wizard frame, lists, dialogs, one worker."""
