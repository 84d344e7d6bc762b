"""Changes to the schema, in their order; run by `sgdesk.store.migrate`."""
