"""The checks of the directory's numbers."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLE = """
CREATE TABLE agency_check (id TEXT NOT NULL, agency_id TEXT NOT NULL, noted_at TEXT NOT NULL,
    body TEXT NOT NULL, CONSTRAINT pk_agency_check PRIMARY KEY (id));
CREATE INDEX ix_agency_check_agency_id ON agency_check (agency_id)
"""

_RULES = (
    """CREATE TRIGGER agency_check_unchanged BEFORE UPDATE ON agency_check
    BEGIN SELECT RAISE(ABORT, 'checks of numbers are only added to'); END""",
    """CREATE TRIGGER agency_check_kept BEFORE DELETE ON agency_check
    BEGIN SELECT RAISE(ABORT, 'checks of numbers are only added to'); END""",
)


def upgrade() -> None:
    """Make the table, and the rules that protect what is in it."""
    for statement in (*_TABLE.split(";"), *_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: the checks would be lost."""
    raise NotImplementedError("the checks would be lost")
