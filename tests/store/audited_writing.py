"""What is written while somebody talks, and letters, as deeds for the test of the history."""

from datetime import date, time

import msgspec
from sharing_support import at, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.data_matters import MatterDraft, MatterKind
from sgdesk.domain.emergency import EmergencyDraft
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.police import NewsKind, PoliceDraft, PoliceNews, PoliceReason, PoliceWay
from sgdesk.domain.unsaved import PRACTICE_ID, PracticeDraft
from sgdesk.ids import CallId

TODAY = date(2026, 11, 22)


def contact(case):
    return PoliceDraft(
        id="a-contact", concern_id=case.concern.id, reason=PoliceReason.CRIME,
        way=PoliceWay.NON_EMERGENCY, force="Weir County Police", told="What was seen.",
        day=TODAY, started=time(10), number_given=YesNo.YES, incident_number="Log 1",
        incident_on=TODAY, by="Asha Rahman",
    )  # fmt: skip


def emergency():
    return EmergencyDraft(id="its-call", becomes="an-emergency", what="A man shouted.")


def letter(case):
    return case.desk.letters.draft(case.concern.id, case.sharing.id, LetterKind.CHASE)


def written_letter(case):
    draft = letter(case)
    draft.happened = "Nobody answered."
    return case.desk.letters.make(draft)


def kept_contact(case):
    case.desk.police.save_draft(contact(case), Caret())
    return "a-contact"


def kept_emergency(case):
    case.desk.emergencies.save_draft(emergency(), Caret())
    return "its-call"


def told_of_fgm(case):
    return signed(
        case.desk,
        urgency={"fgm": FgmScreen.TOLD_BY_HER},
        facts=[Saying(id="hers", speaker="Mia", words="They cut me.", noticed_by="Lee Byrne")],
    )


def loose_call(case):
    return case.desk.calls.record(
        Call(id=CallId(""), agency_name="Northtown Duty Team", spoke_to="J. Okoro",
             started_at=at(22, 10))
    )  # fmt: skip


def loose_contact(case):
    draft = contact(case)
    draft.concern_id = None
    return case.desk.police.record(draft)


def news(case):
    case.desk.police.record(contact(case))
    return case.desk.police.add_news(
        PoliceNews(
            id="", contact_id="a-contact", kind=NewsKind.CALLED_BACK, at=at(22, 11),
            recorded_at=at(22, 11),
        )
    )  # fmt: skip


def settled(case):
    draft = letter(case)
    draft.kind, draft.happened = LetterKind.PRACTITIONERS, "We do not agree."
    case.desk.letters.make(draft)
    return case.desk.letters.settle(case.concern.id, case.sharing.id, "By telephone.")


def matter(case):
    return MatterDraft(
        id="a-matter", concern_id=case.concern.id, kind=MatterKind.COMPLAINT, day=TODAY,
        clock_time=time(10), text="It was shared without telling her.",
    )  # fmt: skip


def kept_practice(case):
    draft = PracticeDraft(practice=case.desk.practice, before=case.desk.practice)
    return case.desk.unsaved.save_draft(draft, Caret())


DEEDS = {
    "unsaved.save_draft": (kept_practice, {"practice.begun"}),
    "unsaved.drop_draft": (
        lambda case: (kept_practice(case), case.desk.unsaved.drop_draft(PRACTICE_ID)),
        {"practice.begun", "practice.dropped"},
    ),
    "data_matters.record": (
        lambda case: case.desk.data_matters.record(matter(case)),
        {"data-matter.recorded"},
    ),
    "letters.settle": (
        settled,
        {"letter.begun", "letter.made", "letter.written", "disagreement.settled"},
    ),
    "police.delay": (
        lambda case: case.desk.police.delay(told_of_fgm(case).id, "Danger tonight."),
        {"concern.begun", "concern.signed", "report.delayed"},
    ),
    "police.reasons": (
        lambda case: case.desk.police.reasons(case.concern.id),
        {"police.prepared"},
    ),
    "emergencies.begin_record": (
        lambda case: case.desk.emergencies.begin_record(
            msgspec.structs.replace(emergency(), name="A boy")
        ),
        {"concern.begun", "emergency.recorded"},
    ),
    "emergencies.drop_draft": (
        lambda case: case.desk.emergencies.drop_draft(kept_emergency(case)),
        {"emergency.begun", "emergency.dropped"},
    ),
    "emergencies.open_draft": (
        lambda case: case.desk.emergencies.open_draft(kept_emergency(case)),
        {"emergency.begun", "draft.opened"},
    ),
    "emergencies.record": (
        lambda case: case.desk.emergencies.record(emergency()),
        {"concern.begun", "emergency.made", "emergency.recorded"},
    ),
    "emergencies.save_draft": (kept_emergency, {"emergency.begun"}),
    "letters.draft": (letter, {"letter.begun"}),
    "letters.make": (written_letter, {"letter.begun", "letter.made", "letter.written"}),
    "police.add_news": (news, {"police.recorded", "police.added"}),
    "police.case": (
        lambda case: case.desk.police.case(case.concern.id),
        {"police.prepared"},
    ),
    "police.begin": (
        lambda case: case.desk.police.begin(case.concern.id, None),
        {"police.prepared"},
    ),
    "police.drop_draft": (
        lambda case: case.desk.police.drop_draft(kept_contact(case)),
        {"police.begun", "police.dropped"},
    ),
    "police.of": (lambda case: case.desk.police.of(case.concern.id), {"police.read"}),
    "police.open_draft": (
        lambda case: case.desk.police.open_draft(kept_contact(case)),
        {"police.begun", "draft.opened"},
    ),
    "police.paper": (
        lambda case: case.desk.police.paper(case.desk.police.record(contact(case)).id),
        {"police.recorded", "police-record.made"},
    ),
    "police.ready_list": (
        lambda case: case.desk.police.ready_list(told_of_fgm(case).id),
        {"concern.begun", "concern.signed", "ready-list.made"},
    ),
    "police.record": (
        lambda case: case.desk.police.record(contact(case)),
        {"police.recorded"},
    ),
    "police.attach": (
        lambda case: case.desk.police.attach(loose_contact(case).id, case.concern.id),
        {"police.recorded", "police.attached"},
    ),
    "police.save_draft": (kept_contact, {"police.begun"}),
    "calls.attach": (
        lambda case: case.desk.calls.attach(loose_call(case).id, case.concern.id),
        {"call.recorded", "call.attached"},
    ),
    "calls.case": (lambda case: case.desk.calls.case(case.concern.id), {"call.prepared"}),
    "calls.paper": (
        lambda case: case.desk.calls.paper(loose_call(case).id),
        {"call.recorded", "call-record.made"},
    ),
    "calls.without_concern": (
        lambda case: case.desk.calls.without_concern(),
        {"call.listed"},
    ),
    "printing.grab_sheet": (
        lambda case: case.desk.printing.grab_sheet(),
        {"grab-sheet.made"},
    ),
}
NOT_AUDITED = {
    "unsaved.begun": "what is typed in the directory and in Settings, which is about no patient",
    "emergencies.begin": "an empty form",
    "letters.next_kind": "which letter comes next; it reads nothing out",
}
