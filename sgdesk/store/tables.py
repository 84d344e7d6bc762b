"""The tables. What is queried, sorted or joined is a column; the rest is JSON in `body`."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from sgdesk.store.columns import Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _concern(*, needed: bool = True) -> Column[str]:
    return Column("concern_id", Text, ForeignKey("concern.id"), nullable=not needed, index=True)


def _sharing(*, needed: bool = True) -> Column[str]:
    return Column("sharing_id", Text, ForeignKey("sharing.id"), nullable=not needed, index=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _body() -> Column[str]:
    return _text("body")


audit_event = Table(
    "audit_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("at"),
    _text("user"),
    Column("action", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False, index=True),
    _text("detail"),
    _text("prev"),
    _text("hash"),
)

counter = Table(
    "counter",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

practice = Table(
    "practice",
    metadata,
    Column("number", Integer, primary_key=True),
    _body(),
)

user = Table("user", metadata, _id(), _text("name"), _text("role"), _body())

person = Table(
    "person",
    metadata,
    _id(),
    _text("kind"),
    _text("name"),
    Column("born", Text),
    Column("nhs_number", Text, nullable=False, index=True),
    _body(),
)

concern = Table(
    "concern",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("person_id", Text, ForeignKey("person.id"), nullable=False, index=True),
    _text("stage"),
    _text("shared_with"),
    Column("opened_at", Moment, nullable=False),
    _text("opened_by"),
    Column("changed_at", Moment, nullable=False),
    Column("signed_at", Moment),
    Column("signed_by", Text),
    Column("disposal_at", Moment),
    _body(),
    Index(None, "opened_at", "id"),
    Index(None, "changed_at", "id"),
    Index(None, "stage", "changed_at", "id"),
)

fact = Table(
    "fact",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    _concern(),
    Column("position", Integer, nullable=False),
    _text("kind"),
    Column("written_at", Moment, nullable=False),
    _text("written_by"),
    Column("signed_at", Moment),
    _text("because"),
    _body(),
)

concern_version = Table(
    "concern_version",
    metadata,
    Column("concern_id", Text, ForeignKey("concern.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("written_at", Moment, nullable=False),
    _text("written_by"),
    _text("because"),
    _body(),
)

concern_link = Table(
    "concern_link",
    metadata,
    _id(),
    _concern(),
    Column("other_id", Text, ForeignKey("concern.id"), nullable=False, index=True),
    Column("linked_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("ended_by", Text),
    _body(),
)

closing = Table(
    "closing",
    metadata,
    _id(),
    _concern(),
    Column("at", Moment, nullable=False, index=True),
    _body(),
)

sharing = Table(
    "sharing",
    metadata,
    _id(),
    _concern(),
    Column("version", Integer, nullable=False),
    _text("decision"),
    Column("agency_id", Text, index=True),
    _text("recipient"),
    Column("decided_at", Moment, nullable=False, index=True),
    _text("decided_by"),
    Column("sent_at", Moment),
    Column("acknowledged_at", Moment),
    _text("clinical"),
    _body(),
    UniqueConstraint("concern_id", "version"),
)

attempt = Table(
    "attempt",
    metadata,
    _id(),
    _sharing(),
    _text("state"),
    Column("at", Moment, nullable=False, index=True),
    _body(),
)

call = Table(
    "call",
    metadata,
    _id(),
    _concern(needed=False),
    Column("agency_id", Text, index=True),
    _text("kind"),
    Column("started_at", Moment, index=True),
    _body(),
)

outcome = Table(
    "outcome",
    metadata,
    _id(),
    _concern(),
    _sharing(needed=False),
    _text("kind"),
    Column("at", Moment, nullable=False, index=True),
    _body(),
)

team_note = Table(
    "team_note",
    metadata,
    _id(),
    _concern(),
    Column("tier", Integer, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    _body(),
)

due = Table(
    "due",
    metadata,
    _id(),
    _concern(),
    _text("rule"),
    Column("about", Text, nullable=False, index=True),
    Column("due_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("closed_by", Text),
    _text("closed_because"),
    _body(),
    Index(None, "closed_at", "due_at"),
)

agency = Table(
    "agency",
    metadata,
    _id(),
    _text("kind"),
    _text("area"),
    _text("name"),
    _body(),
)

paper = Table(
    "paper",
    metadata,
    _id(),
    _text("kind"),
    _concern(needed=False),
    _sharing(needed=False),
    Column("version", Integer, nullable=False),
    Column("copy", Integer, nullable=False),
    Column("made_at", Moment, nullable=False, index=True),
    Column("code", Text, nullable=False, index=True),
    _body(),
)

paper_content = Table(
    "paper_content",
    metadata,
    Column("paper_id", Text, ForeignKey("paper.id"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    _id(),
    _text("flow"),
    Column("concern_id", Text, index=True),
    _text("title"),
    _text("step"),
    _text("caret"),
    _body(),
    Column("saved_at", Moment, nullable=False),
    _text("saved_by"),
)
