"""The first schema: everything the first version of the program keeps."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE agency (id TEXT NOT NULL, kind TEXT NOT NULL, area TEXT NOT NULL, name TEXT NOT
    NULL, body TEXT NOT NULL, CONSTRAINT pk_agency PRIMARY KEY (id));
CREATE TABLE audit_event (seq INTEGER NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL, action
    TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT
    NOT NULL, CONSTRAINT pk_audit_event PRIMARY KEY (seq));
CREATE INDEX ix_audit_event_action ON audit_event (action);
CREATE INDEX ix_audit_event_subject ON audit_event (subject);
CREATE TABLE counter (name TEXT NOT NULL, value INTEGER NOT NULL, CONSTRAINT pk_counter PRIMARY
    KEY (name));
CREATE TABLE draft (id TEXT NOT NULL, flow TEXT NOT NULL, concern_id TEXT, title TEXT NOT NULL,
    step TEXT NOT NULL, caret TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL, CONSTRAINT pk_draft PRIMARY KEY (id));
CREATE INDEX ix_draft_concern_id ON draft (concern_id);
CREATE TABLE person (id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, born TEXT,
    nhs_number TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_person PRIMARY KEY (id));
CREATE INDEX ix_person_nhs_number ON person (nhs_number);
CREATE TABLE practice (number INTEGER NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_practice
    PRIMARY KEY (number));
CREATE TABLE user (id TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, body TEXT NOT NULL,
    CONSTRAINT pk_user PRIMARY KEY (id));
CREATE TABLE concern (number INTEGER NOT NULL, id TEXT NOT NULL, reference TEXT NOT NULL,
    person_id TEXT NOT NULL, stage TEXT NOT NULL, shared_with TEXT NOT NULL, opened_at TEXT NOT
    NULL, opened_by TEXT NOT NULL, changed_at TEXT NOT NULL, signed_at TEXT, signed_by TEXT,
    disposal_at TEXT, body TEXT NOT NULL, CONSTRAINT pk_concern PRIMARY KEY (number), CONSTRAINT
    uq_concern_id UNIQUE (id), CONSTRAINT uq_concern_reference UNIQUE (reference), CONSTRAINT
    fk_concern_person_id_person FOREIGN KEY(person_id) REFERENCES person (id));
CREATE INDEX ix_concern_changed_at_id ON concern (changed_at, id);
CREATE INDEX ix_concern_opened_at_id ON concern (opened_at, id);
CREATE INDEX ix_concern_person_id ON concern (person_id);
CREATE INDEX ix_concern_stage_changed_at_id ON concern (stage, changed_at, id);
CREATE TABLE call (id TEXT NOT NULL, concern_id TEXT, agency_id TEXT, kind TEXT NOT NULL,
    started_at TEXT, body TEXT NOT NULL, CONSTRAINT pk_call PRIMARY KEY (id), CONSTRAINT
    fk_call_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_call_agency_id ON call (agency_id);
CREATE INDEX ix_call_concern_id ON call (concern_id);
CREATE INDEX ix_call_started_at ON call (started_at);
CREATE TABLE due (id TEXT NOT NULL, concern_id TEXT NOT NULL, rule TEXT NOT NULL, about TEXT NOT
    NULL, due_at TEXT NOT NULL, closed_at TEXT, closed_by TEXT, closed_because TEXT NOT NULL,
    body TEXT NOT NULL, CONSTRAINT pk_due PRIMARY KEY (id), CONSTRAINT fk_due_concern_id_concern
    FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_due_about ON due (about);
CREATE INDEX ix_due_closed_at_due_at ON due (closed_at, due_at);
CREATE INDEX ix_due_concern_id ON due (concern_id);
CREATE TABLE fact (id TEXT NOT NULL, version INTEGER NOT NULL, concern_id TEXT NOT NULL,
    position INTEGER NOT NULL, kind TEXT NOT NULL, written_at TEXT NOT NULL, written_by TEXT NOT
    NULL, signed_at TEXT, because TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_fact PRIMARY
    KEY (id, version), CONSTRAINT fk_fact_concern_id_concern FOREIGN KEY(concern_id) REFERENCES
    concern (id));
CREATE INDEX ix_fact_concern_id ON fact (concern_id);
CREATE TABLE sharing (id TEXT NOT NULL, concern_id TEXT NOT NULL, version INTEGER NOT NULL,
    decision TEXT NOT NULL, agency_id TEXT, recipient TEXT NOT NULL, decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL, sent_at TEXT, acknowledged_at TEXT, clinical TEXT NOT NULL, body
    TEXT NOT NULL, CONSTRAINT pk_sharing PRIMARY KEY (id), CONSTRAINT
    uq_sharing_concern_id_version UNIQUE (concern_id, version), CONSTRAINT
    fk_sharing_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_sharing_agency_id ON sharing (agency_id);
CREATE INDEX ix_sharing_concern_id ON sharing (concern_id);
CREATE INDEX ix_sharing_decided_at ON sharing (decided_at);
CREATE TABLE team_note (id TEXT NOT NULL, concern_id TEXT NOT NULL, tier INTEGER NOT NULL, at
    TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_team_note PRIMARY KEY (id), CONSTRAINT
    fk_team_note_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id));
CREATE INDEX ix_team_note_at ON team_note (at);
CREATE INDEX ix_team_note_concern_id ON team_note (concern_id);
CREATE TABLE attempt (id TEXT NOT NULL, sharing_id TEXT NOT NULL, state TEXT NOT NULL, at TEXT
    NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_attempt PRIMARY KEY (id), CONSTRAINT
    fk_attempt_sharing_id_sharing FOREIGN KEY(sharing_id) REFERENCES sharing (id));
CREATE INDEX ix_attempt_at ON attempt (at);
CREATE INDEX ix_attempt_sharing_id ON attempt (sharing_id);
CREATE TABLE outcome (id TEXT NOT NULL, concern_id TEXT NOT NULL, sharing_id TEXT, kind TEXT NOT
    NULL, at TEXT NOT NULL, body TEXT NOT NULL, CONSTRAINT pk_outcome PRIMARY KEY (id),
    CONSTRAINT fk_outcome_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id),
    CONSTRAINT fk_outcome_sharing_id_sharing FOREIGN KEY(sharing_id) REFERENCES sharing (id));
CREATE INDEX ix_outcome_at ON outcome (at);
CREATE INDEX ix_outcome_concern_id ON outcome (concern_id);
CREATE INDEX ix_outcome_sharing_id ON outcome (sharing_id);
CREATE TABLE paper (id TEXT NOT NULL, kind TEXT NOT NULL, concern_id TEXT, sharing_id TEXT,
    version INTEGER NOT NULL, copy INTEGER NOT NULL, made_at TEXT NOT NULL, code TEXT NOT NULL,
    body TEXT NOT NULL, CONSTRAINT pk_paper PRIMARY KEY (id), CONSTRAINT
    fk_paper_concern_id_concern FOREIGN KEY(concern_id) REFERENCES concern (id), CONSTRAINT
    fk_paper_sharing_id_sharing FOREIGN KEY(sharing_id) REFERENCES sharing (id));
CREATE INDEX ix_paper_code ON paper (code);
CREATE INDEX ix_paper_concern_id ON paper (concern_id);
CREATE INDEX ix_paper_made_at ON paper (made_at);
CREATE INDEX ix_paper_sharing_id ON paper (sharing_id);
CREATE TABLE paper_content (paper_id TEXT NOT NULL, content BLOB NOT NULL, CONSTRAINT
    pk_paper_content PRIMARY KEY (paper_id), CONSTRAINT fk_paper_content_paper_id_paper FOREIGN
    KEY(paper_id) REFERENCES paper (id))
"""

_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(reference, names, numbers, words, "
    "prefix='2 3', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)

_AUDIT_RULES = (
    """CREATE TRIGGER audit_event_in_order BEFORE INSERT ON audit_event
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_event)
    BEGIN SELECT RAISE(ABORT, 'the history has no gaps'); END""",
    """CREATE TRIGGER audit_event_unchanged BEFORE UPDATE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
    """CREATE TRIGGER audit_event_kept BEFORE DELETE ON audit_event
    BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END""",
)

_RECORD_RULES = (
    """CREATE TRIGGER concern_named_once BEFORE UPDATE OF number, id, reference ON concern
    WHEN NEW.number IS NOT OLD.number OR NEW.id IS NOT OLD.id OR NEW.reference IS NOT OLD.reference
    BEGIN SELECT RAISE(ABORT, 'a reference is given once'); END""",
    """CREATE TRIGGER concern_unchanged
    BEFORE UPDATE OF person_id, opened_at, opened_by, signed_at, signed_by, body ON concern
    WHEN OLD.signed_at IS NOT NULL AND NEW.disposal_at IS NULL
    BEGIN SELECT RAISE(ABORT, 'a signed record is amended, not changed'); END""",
    """CREATE TRIGGER concern_kept BEFORE DELETE ON concern
    WHEN OLD.signed_at IS NOT NULL AND OLD.disposal_at IS NULL
    BEGIN SELECT RAISE(ABORT, 'a signed record goes by disposal only'); END""",
    """CREATE TRIGGER fact_unchanged BEFORE UPDATE ON fact WHEN OLD.signed_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a signed fact is amended, not changed'); END""",
    """CREATE TRIGGER fact_kept BEFORE DELETE ON fact WHEN OLD.signed_at IS NOT NULL
    AND (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a signed fact goes by disposal only'); END""",
    """CREATE TRIGGER sharing_unchanged
    BEFORE UPDATE OF id, concern_id, version, decision, agency_id, recipient, decided_at,
    decided_by, body ON sharing
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a decision is not changed'); END""",
    """CREATE TRIGGER sharing_kept BEFORE DELETE ON sharing
    WHEN (SELECT disposal_at FROM concern WHERE id = OLD.concern_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'a decision goes by disposal only'); END""",
    """CREATE TRIGGER paper_unchanged BEFORE UPDATE ON paper
    BEGIN SELECT RAISE(ABORT, 'a paper is not changed'); END""",
    """CREATE TRIGGER paper_content_unchanged BEFORE UPDATE ON paper_content
    BEGIN SELECT RAISE(ABORT, 'a paper is not changed'); END""",
)


def upgrade() -> None:
    """Make every table, the search index, and the rules that protect what was signed."""
    for statement in (*_TABLES.split(";"), *_SEARCH, *_AUDIT_RULES, *_RECORD_RULES):
        op.execute(statement)


def downgrade() -> None:
    """Refuse: there is nothing before the first schema."""
    raise NotImplementedError("there is nothing before the first schema")
