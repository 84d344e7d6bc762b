"""Contacts with the police, and what came of them later."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE police_contact (id TEXT NOT NULL, concern_id TEXT, reason TEXT NOT NULL, started_at
    TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_police_contact PRIMARY KEY (id), CONSTRAINT
    fk_police_contact_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_police_contact_concern_id ON police_contact (concern_id);
CREATE INDEX ix_police_contact_started_at ON police_contact (started_at);
CREATE TABLE police_news (id TEXT NOT NULL, contact_id TEXT NOT NULL, at TEXT NOT NULL, body TEXT
    NOT NULL, CONSTRAINT pk_police_news PRIMARY KEY (id), CONSTRAINT
    fk_police_news_contact_id_police_contact FOREIGN KEY(contact_id) REFERENCES police_contact
    (id));
CREATE INDEX ix_police_news_contact_id ON police_news (contact_id);
CREATE INDEX ix_police_news_at ON police_news (at)
"""

_RULES = (
    """CREATE TRIGGER police_contact_unchanged BEFORE UPDATE ON police_contact
    WHEN OLD.concern_id IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.body IS NOT OLD.body
    OR NEW.reason IS NOT OLD.reason OR NEW.started_at IS NOT OLD.started_at
    BEGIN SELECT RAISE(ABORT, 'a contact with the police is not changed'); END""",
    """CREATE TRIGGER police_contact_kept BEFORE DELETE ON police_contact
    WHEN OLD.concern_id IS NULL
    OR (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a contact with the police goes by disposal only'); END""",
    """CREATE TRIGGER police_news_unchanged BEFORE UPDATE ON police_news
    BEGIN SELECT RAISE(ABORT, 'what the police said is only added to'); END""",
    """CREATE TRIGGER police_news_kept BEFORE DELETE ON police_news
    WHEN (SELECT disposal_at FROM concern WHERE id = (SELECT concern_id FROM police_contact
    WHERE id = OLD.contact_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what the police said goes by disposal only'); END""",
)


def upgrade() -> None:
    """Make the tables, and the rules that protect what is in them."""
    for statement in (*_TABLES.split(";"), *_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: the contacts would be lost."""
    raise NotImplementedError("the contacts would be lost")
