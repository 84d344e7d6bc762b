"""What happens to a record after it was signed: amendments, links, closing and reopening."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE closing (id TEXT NOT NULL, concern_id TEXT NOT NULL, at TEXT NOT NULL, body TEXT NOT
    NULL, CONSTRAINT pk_closing PRIMARY KEY (id), CONSTRAINT fk_closing_concern_id_concern
    FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_closing_at ON closing (at);
CREATE INDEX ix_closing_concern_id ON closing (concern_id);
CREATE TABLE concern_version (concern_id TEXT NOT NULL, version INTEGER NOT NULL, written_at TEXT
    NOT NULL, written_by TEXT NOT NULL, because TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT
    pk_concern_version PRIMARY KEY (concern_id, version), CONSTRAINT
    fk_concern_version_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE TABLE concern_link (id TEXT NOT NULL, concern_id TEXT NOT NULL, other_id TEXT NOT NULL,
    linked_at TEXT NOT NULL, ended_at TEXT, ended_by TEXT, body TEXT NOT NULL, CONSTRAINT
    pk_concern_link PRIMARY KEY (id), CONSTRAINT fk_concern_link_concern_id_concern
    FOREIGN KEY(concern_id) REFERENCES concern (id), CONSTRAINT fk_concern_link_other_id_concern
    FOREIGN KEY(other_id) REFERENCES concern (id));
CREATE INDEX ix_concern_link_concern_id ON concern_link (concern_id);
CREATE INDEX ix_concern_link_other_id ON concern_link (other_id)
"""

_RULES = (
    """CREATE TRIGGER closing_unchanged BEFORE UPDATE ON closing
    BEGIN SELECT RAISE(ABORT, 'a closing is not changed'); END""",
    """CREATE TRIGGER closing_kept BEFORE DELETE ON closing
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a closing goes by disposal only'); END""",
    """CREATE TRIGGER concern_version_unchanged BEFORE UPDATE ON concern_version
    BEGIN SELECT RAISE(ABORT, 'an amendment is not changed'); END""",
    """CREATE TRIGGER concern_version_kept BEFORE DELETE ON concern_version
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'an amendment goes by disposal only'); END""",
    """CREATE TRIGGER concern_link_ends_once BEFORE UPDATE ON concern_link
    WHEN OLD.ended_at IS NOT NULL OR NEW.id IS NOT OLD.id
    OR NEW.concern_id IS NOT OLD.concern_id OR NEW.other_id IS NOT OLD.other_id
    OR NEW.linked_at IS NOT OLD.linked_at OR NEW.body IS NOT OLD.body
    BEGIN SELECT RAISE(ABORT, 'a link is ended, not changed'); END""",
    """CREATE TRIGGER concern_link_kept BEFORE DELETE ON concern_link
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    AND (SELECT disposal_at FROM concern WHERE id = OLD.other_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a link goes by disposal only'); END""",
)


def upgrade() -> None:
    """Make the tables, and the rules that protect what is in them."""
    for statement in (*_TABLES.split(";"), *_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: what was amended would be lost."""
    raise NotImplementedError("what was amended would be lost")
