"""Versions of the guidance held with the records, and which of them was chosen when."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE guidance_version (id TEXT NOT NULL, nation TEXT NOT NULL, version TEXT NOT NULL,
    held_since TEXT NOT NULL, body TEXT NOT NULL, content TEXT NOT NULL, file BLOB, CONSTRAINT
    pk_guidance_version PRIMARY KEY (id));
CREATE INDEX ix_guidance_version_version ON guidance_version (version);
CREATE TABLE guidance_choice (id TEXT NOT NULL, nation TEXT NOT NULL, chosen_at TEXT NOT NULL,
    guidance_id TEXT, body TEXT NOT NULL, CONSTRAINT pk_guidance_choice PRIMARY KEY (id),
    CONSTRAINT fk_guidance_choice_guidance_id_guidance_version FOREIGN KEY(guidance_id) REFERENCES
    guidance_version (id));
CREATE INDEX ix_guidance_choice_chosen_at ON guidance_choice (chosen_at)
"""

_RULES = tuple(
    f"""CREATE TRIGGER {table}_{what} BEFORE {verb} ON {table}
    BEGIN SELECT RAISE(ABORT, 'guidance is only added to'); END"""
    for table in ("guidance_version", "guidance_choice")
    for what, verb in (("unchanged", "UPDATE"), ("kept", "DELETE"))
)


def upgrade() -> None:
    """Make the tables, and the rules that protect what is in them."""
    for statement in (*_TABLES.split(";"), *_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: what decisions were made under would be lost."""
    raise NotImplementedError("what decisions were made under would be lost")
