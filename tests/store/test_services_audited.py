"""Who looked is known: each thing that a user can do writes its entry, or says why it needs none.

A new public method of a service fails here until it stands in one of the two lists.
"""

import inspect
from io import BytesIO

import audited_writing
import msgspec
import pytest
from PIL import Image
from sharing_support import agency, at, decided, rang, ready, sent, signed, typed

from sgdesk.domain.answers import Nation
from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.call import CallDraft
from sgdesk.domain.directory.values import DirectoryRead
from sgdesk.domain.entries import AmendmentDraft, NoteDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.importing.values import EventsRead
from sgdesk.domain.outcome import Outcome, OutcomeKind, TeamNote
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import ClinicalEntry
from sgdesk.library.guidance import guidance_for
from sgdesk.paths import resources


class Case:
    """A concern with its directory entry, at a desk; each deed takes what it needs from here."""

    def __init__(self, desk, folder):
        self.desk = desk
        self.folder = folder
        self.concern = signed(desk)
        self.team = agency(desk)
        self.draft = typed(desk)
        desk.concerns.save_draft(self.draft, "check", Caret())
        self.call = CallDraft(id="a-call")
        desk.calls.save_draft(self.call, Caret())
        self.entry = NoteDraft(id="a-note", concern_id=self.concern.id)
        desk.entries.save_draft(self.entry, Caret())
        self.undecided = ready(desk, self.concern, self.team)
        self.sharing = decided(desk, self.concern, self.team)
        dues = desk.concerns.get(self.concern.id).dues
        self.due = next(due for due in dues if due.rule == "DL-CLIN-ENTRY")
        self.paper = desk.printing.make(PaperKind.PACK, self.concern.id).paper
        # A desk that was just unlocked: it has looked at nothing yet.
        desk._context._looked_at.clear()


def begin_sharing(case):
    draft = replace_id(case.undecided)
    return case.desk.sharings.save_draft(draft, "purpose", Caret())


def replace_id(draft):
    draft.id = f"{draft.id}-another"
    return draft


def begin_concern(case):
    return case.desk.concerns.save_draft(typed(case.desk), "person", Caret())


def ring(case):
    return rang(case.desk, case.concern, case.team, at(22, 10), at(22, 10, 5))


def answer(case):
    given = Outcome(id="", concern_id=case.concern.id, kind=OutcomeKind.ACKNOWLEDGED, at=at(22, 11))
    return case.desk.outcomes.record(given)


def note(case):
    return case.desk.outcomes.add_note(
        TeamNote(id="", concern_id=case.concern.id, tier=0, people="Reception",
                 text="Telephone the lead.", at=at(22, 11))
    )  # fmt: skip


def amend(case):
    fact = msgspec.structs.replace(case.concern.facts[0], length_mm=32)
    draft = AmendmentDraft(id="an-amendment", concern_id=case.concern.id, fact=fact, because="So.")
    return case.desk.amendments.record(draft)


def link(case):
    sister = signed(case.desk, person={"name": "Lena Thornton"})
    return case.desk.amendments.link(case.concern.id, sister.reference, "her sister")


def reopen(case):
    case.desk.outcomes.close(case.concern.id, "Moved away")
    return case.desk.outcomes.reopen(case.concern.id, "Back again")


def allow_files(case):
    draft = RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
    return case.desk.attachments.decide_rule(draft)


def add_file(case):
    allow_files(case)
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    draft = AttachmentDraft(
        concern_id=case.concern.id, kind=AttachmentKind.SCAN, title="Letter", source="By post",
        reason="Signed",
    )  # fmt: skip
    return case.desk.attachments.add(draft, out.getvalue())


def begin_file(case):
    draft = AttachmentDraft(concern_id=case.concern.id, id="a-file")
    return case.desk.attachments.save_draft(draft, Caret())


def newer_guidance():
    text = (resources() / "guidance" / "england.toml").read_text("utf-8")
    return text.replace(guidance_for(Nation.ENGLAND).version, "england-newer", 1).encode()


def take_in(case):
    content = case.desk.exchange.written(case.concern.id)
    content = content.replace(case.concern.id.encode(), b"00000000-0000-4000-8000-000000000000")
    for fact in case.concern.facts:
        content = content.replace(fact.id.encode(), f"new {fact.id}".encode())
    content = content.replace(case.sharing.id.encode(), b"00000000-0000-4000-8000-000000000001")
    content = content.replace(case.concern.person.id.encode(), b"another-person")
    for due in case.desk.concerns.get(case.concern.id).dues:
        content = content.replace(due.id.encode(), f"new {due.id}".encode())
    return case.desk.exchange.take_in(content)


DEEDS = {
    "agencies.home_area": (
        lambda case: case.desk.agencies.home_area("ZZ99 2QA"),
        {"home-area.offered"},
    ),
    "agencies.save": (lambda case: agency(case.desk, "Another"), {"agency.saved"}),
    "agencies.take_rows": (
        lambda case: case.desk.agencies.take_rows(DirectoryRead(), with_changes=True),
        {"agency.rows-taken"},
    ),
    "agencies.write_file": (
        lambda case: case.desk.agencies.write_file(case.folder / "agencies.csv"),
        {"agency.exported"},
    ),
    "amendments.link": (link, {"concern.begun", "concern.signed", "concern.linked"}),
    "amendments.record": (amend, {"fact.amended"}),
    "amendments.unlink": (
        lambda case: case.desk.amendments.unlink(link(case).id),
        {"concern.begun", "concern.signed", "concern.linked", "concern.unlinked"},
    ),
    "attachments.add": (add_file, {"attachments.allowed", "attachment.added"}),
    "attachments.begun": (
        lambda case: (begin_file(case), case.desk.attachments.begun(case.concern.id)),
        {"attachment.begun", "draft.opened"},
    ),
    "attachments.drop_draft": (
        lambda case: (begin_file(case), case.desk.attachments.drop_draft("a-file")),
        {"attachment.begun", "attachment.dropped"},
    ),
    "attachments.save_draft": (lambda case: begin_file(case), {"attachment.begun"}),
    "attachments.decide_rule": (allow_files, {"attachments.allowed"}),
    "attachments.of_concern": (
        lambda case: (add_file(case), case.desk.attachments.of_concern(case.concern.id)),
        {"attachments.allowed", "attachment.added", "attachment.listed"},
    ),
    "attachments.original": (
        lambda case: case.desk.attachments.original(add_file(case).id),
        {"attachments.allowed", "attachment.added", "attachment.opened"},
    ),
    "attachments.pages": (
        lambda case: case.desk.attachments.pages(add_file(case).id),
        {"attachments.allowed", "attachment.added", "attachment.opened"},
    ),
    "attachments.set_aside": (
        lambda case: case.desk.attachments.set_aside(add_file(case).id, "Doubled"),
        {"attachments.allowed", "attachment.added", "attachment.set-aside"},
    ),
    "backups.make": (lambda case: case.desk.backups.make(case.folder), {"backup.made"}),
    "calls.drop_draft": (
        lambda case: case.desk.calls.drop_draft(case.call.id),
        {"call.dropped"},
    ),
    "calls.of": (lambda case: case.desk.calls.of(case.concern.id), {"call.read"}),
    "calls.open_draft": (
        lambda case: case.desk.calls.open_draft(case.call.id),
        {"draft.opened"},
    ),
    "calls.record": (ring, {"call.recorded"}),
    "calls.save_draft": (
        lambda case: case.desk.calls.save_draft(CallDraft(id="another-call"), Caret()),
        {"call.begun"},
    ),
    "concerns.earlier": (
        lambda case: case.desk.concerns.earlier(case.draft),
        {"concern.compared"},
    ),
    "concerns.find": (lambda case: case.desk.concerns.find("Mia"), {"concern.searched"}),
    "concerns.get": (lambda case: case.desk.concerns.get(case.concern.id), {"concern.opened"}),
    "concerns.newest": (lambda case: case.desk.concerns.newest(), {"concern.listed"}),
    "concerns.row": (lambda case: case.desk.concerns.row(case.concern.id), {"concern.listed"}),
    "concerns.open_draft": (
        lambda case: case.desk.concerns.open_draft(case.draft.id),
        {"draft.opened"},
    ),
    "concerns.save_draft": (begin_concern, {"concern.begun"}),
    "concerns.sign": (lambda case: case.desk.concerns.sign(case.draft), {"concern.signed"}),
    "dues.close": (lambda case: case.desk.dues.close(case.due.id, "Done"), {"due.closed"}),
    "dues.open": (lambda case: case.desk.dues.open(), {"due.listed"}),
    "entries.drop_draft": (
        lambda case: case.desk.entries.drop_draft(case.entry.id),
        {"note.dropped"},
    ),
    "entries.open_draft": (
        lambda case: case.desk.entries.open_draft(case.entry.id),
        {"draft.opened"},
    ),
    "entries.save_draft": (
        lambda case: case.desk.entries.save_draft(
            NoteDraft(id="another-note", concern_id=case.concern.id), Caret()
        ),
        {"note.begun"},
    ),
    "exchange.take_in": (
        take_in,
        {"concern.exported", "concern.opened", "concern.imported"},
    ),
    "guidances.accept": (
        lambda case: case.desk.guidances.accept(newer_guidance(), "The partnership sent it"),
        {"guidance.accepted"},
    ),
    "guidances.bring": (
        lambda case: case.desk.guidances.bring(newer_guidance()),
        {"guidance.brought"},
    ),
    "guidances.switch": (
        lambda case: case.desk.guidances.switch("csa-duty", True, "The regulations of 1 May"),
        {"guidance.switched"},
    ),
    "guidances.go_back": (
        lambda case: case.desk.guidances.go_back(None, "They took it back"),
        {"guidance.chosen"},
    ),
    "guidances.refuse": (
        lambda case: case.desk.guidances.refuse(newer_guidance()),
        {"guidance.refused"},
    ),
    "importing.taken": (
        lambda case: case.desk.importing.taken(case.concern.id, EventsRead()),
        {"concern.rows-taken"},
    ),
    "exchange.written": (
        lambda case: case.desk.exchange.written(case.concern.id),
        {"concern.exported"},
    ),
    "log.register": (lambda case: case.desk.log.register(), {"log.read"}),
    "outcomes.add_note": (note, {"team-note.added"}),
    "outcomes.close": (
        lambda case: case.desk.outcomes.close(case.concern.id, "Moved away"),
        {"concern.closed"},
    ),
    "outcomes.record": (answer, {"outcome.recorded"}),
    "outcomes.reopen": (reopen, {"concern.closed", "concern.reopened"}),
    "people.households": (
        lambda case: case.desk.people.households("Thornton", case.draft.id),
        {"people.offered"},
    ),
    "people.like": (
        lambda case: case.desk.people.like(case.draft.person, case.draft.id),
        {"people.offered"},
    ),
    "people.protected": (
        lambda case: case.desk.people.protected(case.draft),
        {"people.compared"},
    ),
    "printing.make": (
        lambda case: case.desk.printing.make(PaperKind.LOG_PAGE, case.concern.id),
        {"log-page.made"},
    ),
    "printing.pdf": (lambda case: case.desk.printing.pdf(case.paper.id), {"paper.opened"}),
    "printing.preview": (
        lambda case: case.desk.printing.preview(case.undecided, PaperKind.PACK),
        {"paper.previewed"},
    ),
    "printing.printed": (lambda case: case.desk.printing.printed(case.paper.id), {"pack.printed"}),
    "printing.protected": (
        lambda case: case.desk.printing.protected(case.paper.id, "ten letters"),
        {"paper.opened"},
    ),
    "printing.saved": (lambda case: case.desk.printing.saved(case.paper.id), {"pack.saved"}),
    "printing.unprintable": (
        lambda case: case.desk.printing.unprintable(case.undecided),
        {"paper.checked"},
    ),
    "setup.save_practice": (
        lambda case: case.desk.setup.save_practice(case.desk.practice),
        {"practice.saved"},
    ),
    "sharings.attempts": (
        lambda case: case.desk.sharings.attempts(case.sharing.id),
        {"attempt.read"},
    ),
    "sharings.withdrawn": (
        lambda case: case.desk.sharings.withdrawn(case.sharing.id),
        {"sharing.withdrawn-read"},
    ),
    "sharings.begin": (
        lambda case: case.desk.sharings.begin(case.concern.id),
        {"concern.opened"},
    ),
    "sharings.decide": (
        lambda case: case.desk.sharings.decide(replace_id(case.undecided)),
        {"concern.opened", "sharing.decided"},
    ),
    "sharings.finish": (
        lambda case: case.desk.sharings.finish(case.sharing.id),
        {"sharing.finished"},
    ),
    "sharings.open_draft": (
        lambda case: case.desk.sharings.open_draft(case.sharing.id),
        {"draft.opened"},
    ),
    "sharings.record_attempt": (
        lambda case: sent(case.desk, case.sharing, at(22, 11)),
        {"attempt.confirmed"},
    ),
    "sharings.record_clinical_entry": (
        lambda case: case.desk.sharings.record_clinical_entry(
            case.sharing.id, ClinicalEntry(not_made_because="Not our patient")
        ),
        {"clinical.entered"},
    ),
    "sharings.save_draft": (begin_sharing, {"sharing.begun"}),
    "today.view": (lambda case: case.desk.today.view(), {"today.read"}),
    "today.confirm_clock": (lambda case: case.desk.today.confirm_clock(), {"clock.confirmed"}),
    **audited_writing.DEEDS,
}
NOT_AUDITED = {
    **audited_writing.NOT_AUDITED,
    "attachments.bytes_of": "a file outside the records",
    "attachments.inspected": "works on what it is handed",
    "attachments.pages_of": "works on what it is handed",
    "attachments.rule": "a setting of the practice, which is about no patient",
    "agencies.checks": "the directory, which is about no patient",
    "agencies.late": "the directory, which is about no patient",
    "agencies.lines": "national numbers, the same for everybody",
    "agencies.list": "the directory, which is about no patient",
    "agencies.read_rows": "works on what it is handed",
    "agencies.right_number": "works on what it is handed",
    "backups.check": "whether the file is whole; it reads nothing out",
    "backups.look_outside": "whether the file is whole; it reads nothing out",
    "backups.remember_head": "tells the keyring the newest entry",
    "backups.to_remember": "tells the keyring the newest entry",
    "backups.state_in": "how the store does; it reads nothing out",
    "calls.begin": "an empty form",
    "concerns.begin": "an empty form",
    "concerns.flow": "rules",
    "exchange.concern_of": "a reference in, an id out; what is done with it is audited",
    "guidances.bytes_of": "a file outside the records",
    "guidances.file_of": "guidance, which is about no patient",
    "guidances.look_over": "works on what it is handed",
    "guidances.state": "guidance, which is about no patient",
    "guidances.text_of": "guidance, which is about no patient",
    "importing.read": "works on what it is handed",
    "importing.text_of": "a file of the lead's own, read into the window",
    "setup.practice": "the practice, which is about no patient",
    "setup.users": "the names on the lock page",
    "sharings.flow": "rules",
    "sharings.proposals": "works on what it is handed",
    "sharings.complete": "works on what it is handed",
    "verification.check": "whether the file is whole; it reads nothing out",
}


def services(desk):
    """Return every service of a desk by its name."""
    return {
        name: value
        for name, value in inspect.getmembers(desk)  # some are made when they are first asked for
        if not name.startswith("_")
        and type(value).__module__.startswith("sgdesk.services.")
        and not type(value).__module__.endswith(".context")
    }


def deeds_of(desk):
    return {
        f"{name}.{method}"
        for name, service in services(desk).items()
        for method, _function in inspect.getmembers(service, callable)
        if not method.startswith("_")
    }


def actions(desk):
    with desk._context.unit() as unit:
        return [event.action for event in reversed(unit.history.newest(limit=500))]


def test_every_service_method_stands_in_one_of_the_lists(desk):
    found = deeds_of(desk)

    assert sorted(found - set(DEEDS) - set(NOT_AUDITED)) == []
    assert sorted((set(DEEDS) | set(NOT_AUDITED)) - found) == []
    assert set(DEEDS) & set(NOT_AUDITED) == set()


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_a_deed_writes_its_entry(desk, tmp_path, name):
    deed, expected = DEEDS[name]
    case = Case(desk, tmp_path)
    before = len(actions(desk))

    deed(case)

    assert set(actions(desk)[before:]) == expected


def test_looking_again_at_the_same_desk_adds_nothing_and_the_next_unlock_does(desk, locked):
    signed(desk)
    for _time in range(3):
        desk.today.view()
        desk.concerns.newest()
    desk.close()
    again = locked.unlock(locked.users()[0].id, "a quiet river bends twice")
    try:
        again.today.view()
        written = actions(again)
    finally:
        again.close()

    assert written.count("today.read") == 2
    assert written.count("concern.listed") == 1


def test_no_entry_holds_what_was_typed(desk, tmp_path):
    case = Case(desk, tmp_path)
    for name in ("concerns.find", "calls.record", "dues.close", "sharings.record_attempt"):
        DEEDS[name][0](case)

    with desk._context.unit() as unit:
        details = [str(event.detail) for event in unit.history.newest(limit=500)]
    for typed_text in ("Mia", "Okoro", "Done", "NM-448210", "Northtown"):
        assert not any(typed_text in detail for detail in details)


def test_an_entry_of_a_look_names_what_was_looked_at(desk):
    concern = signed(desk)
    desk.calls.of(concern.id)

    with desk._context.unit() as unit:
        newest = unit.history.newest(limit=1)[0]
    assert (newest.action, newest.subject) == ("call.read", f"concern:{concern.id}")


def test_a_copy_of_a_paper_keeps_its_hash(desk, tmp_path):
    case = Case(desk, tmp_path)
    desk.printing.printed(case.paper.id)

    with desk._context.unit() as unit:
        newest = unit.history.newest(limit=1)[0]
    assert newest.detail == {"sha256": case.paper.sha256}
