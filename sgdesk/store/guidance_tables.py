"""The tables of guidance held with the records, beside the others."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, Text

from sgdesk.store.columns import Moment
from sgdesk.store.tables import metadata

guidance_version = Table(
    "guidance_version",
    metadata,
    Column("id", Text, primary_key=True),
    Column("nation", Text, nullable=False),
    Column("version", Text, nullable=False, index=True),
    Column("held_since", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("file", LargeBinary),
)

guidance_choice = Table(
    "guidance_choice",
    metadata,
    Column("id", Text, primary_key=True),
    Column("nation", Text, nullable=False),
    Column("chosen_at", Moment, nullable=False, index=True),
    Column("guidance_id", Text, ForeignKey("guidance_version.id")),
    Column("body", Text, nullable=False),
)
