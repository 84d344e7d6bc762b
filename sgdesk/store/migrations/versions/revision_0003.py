"""Files kept with a concern, and whether the practice keeps any."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE attachment (id TEXT NOT NULL, concern_id TEXT NOT NULL, added_at TEXT NOT NULL, size
    INTEGER NOT NULL, sha256 TEXT NOT NULL, set_aside_at TEXT, set_aside_by TEXT,
    set_aside_because TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT fk_attachment_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_attachment_concern_id ON attachment (concern_id);
CREATE TABLE attachment_content (attachment_id TEXT NOT NULL, content BLOB NOT NULL, CONSTRAINT
    pk_attachment_content PRIMARY KEY (attachment_id), CONSTRAINT
    fk_attachment_content_attachment_id_attachment FOREIGN KEY(attachment_id) REFERENCES attachment
    (id));
CREATE TABLE attachment_rule (id TEXT NOT NULL, decided_at TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_attachment_rule PRIMARY KEY (id));
CREATE INDEX ix_attachment_rule_decided_at ON attachment_rule (decided_at)
"""

_RULES = (
    """CREATE TRIGGER attachment_set_aside_once BEFORE UPDATE ON attachment
    WHEN OLD.set_aside_at IS NOT NULL OR NEW.id IS NOT OLD.id
    OR NEW.concern_id IS NOT OLD.concern_id OR NEW.added_at IS NOT OLD.added_at
    OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256 OR NEW.body IS NOT OLD.body
    BEGIN SELECT RAISE(ABORT, 'a file is set aside, not changed'); END""",
    """CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a file goes by disposal only'); END""",
    """CREATE TRIGGER attachment_content_unchanged BEFORE UPDATE ON attachment_content
    BEGIN SELECT RAISE(ABORT, 'a file is not changed'); END""",
    """CREATE TRIGGER attachment_content_kept BEFORE DELETE ON attachment_content
    WHEN (SELECT disposal_at FROM concern WHERE id =
    (SELECT concern_id FROM attachment WHERE id = OLD.attachment_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a file goes by disposal only'); END""",
    """CREATE TRIGGER attachment_rule_unchanged BEFORE UPDATE ON attachment_rule
    BEGIN SELECT RAISE(ABORT, 'the rule on files is only added to'); END""",
    """CREATE TRIGGER attachment_rule_kept BEFORE DELETE ON attachment_rule
    BEGIN SELECT RAISE(ABORT, 'the rule on files is only added to'); END""",
)


def upgrade() -> None:
    """Make the tables, and the rules that protect what is in them."""
    for statement in (*_TABLES.split(";"), *_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: the files would be lost."""
    raise NotImplementedError("the files would be lost")
