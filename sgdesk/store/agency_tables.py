"""The table of checks of the directory's numbers, beside the others."""

from sqlalchemy import Column, Table, Text

from sgdesk.store.columns import Moment
from sgdesk.store.tables import metadata

# Not bound to the directory by a key: what was checked stays when a team is taken out of it.
agency_check = Table(
    "agency_check",
    metadata,
    Column("id", Text, primary_key=True),
    Column("agency_id", Text, nullable=False, index=True),
    Column("noted_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
)
