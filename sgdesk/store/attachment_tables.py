"""The tables of files kept with concerns, beside the others."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from sgdesk.store.columns import Moment
from sgdesk.store.tables import metadata

attachment = Table(
    "attachment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("concern_id", Text, ForeignKey("concern.id"), nullable=False, index=True),
    Column("added_at", Moment, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("set_aside_at", Moment),
    Column("set_aside_by", Text),
    Column("set_aside_because", Text, nullable=False),
    Column("body", Text, nullable=False),
)

attachment_content = Table(
    "attachment_content",
    metadata,
    Column("attachment_id", Text, ForeignKey("attachment.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

attachment_rule = Table(
    "attachment_rule",
    metadata,
    Column("id", Text, primary_key=True),
    Column("decided_at", Moment, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
