"""The tables of contacts with the police, beside the others."""

from sqlalchemy import Column, ForeignKey, Table, Text

from sgdesk.store.columns import Moment
from sgdesk.store.tables import metadata

police_contact = Table(
    "police_contact",
    metadata,
    Column("id", Text, primary_key=True),
    Column("concern_id", Text, ForeignKey("concern.id"), index=True),
    Column("reason", Text, nullable=False),
    Column("started_at", Moment, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

police_news = Table(
    "police_news",
    metadata,
    Column("id", Text, primary_key=True),
    Column("contact_id", Text, ForeignKey("police_contact.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
