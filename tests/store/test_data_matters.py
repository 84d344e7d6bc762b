"""A breach, a request for data, a complaint: written down about a concern, each with its times."""

from datetime import UTC, date, datetime, time

import pytest
from sharing_support import at, open_dues, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.data_matters import MatterDraft, MatterKind
from sgdesk.domain.flows.engine import Caret
from sgdesk.errors import UserError
from sgdesk.ids import new_id

SUNDAY = date(2026, 11, 22)


def matter(concern, kind, **changes):
    values = {
        "id": new_id(), "concern_id": concern.id, "kind": kind, "day": SUNDAY,
        "clock_time": time(9, 30), "text": "The pack went to another school.",
    }  # fmt: skip
    return MatterDraft(**(values | changes))


@pytest.mark.parametrize(
    ("kind", "answers", "expected"),
    [
        (MatterKind.BREACH, {"high_risk": YesNo.NO}, {"DL-BREACH-ICO": at(25, 9, 30)}),
        (
            MatterKind.BREACH, {"high_risk": YesNo.YES},
            {"DL-BREACH-ICO": at(25, 9, 30), "DL-BREACH-PEOPLE": at(22, 9, 30)},
        ),
        (
            MatterKind.ACCESS, {"complex_": YesNo.NO},
            {"DL-SAR": datetime(2026, 12, 22, 9, 30, tzinfo=UTC)},
        ),
        (
            MatterKind.ACCESS, {"complex_": YesNo.YES},
            {
                "DL-SAR": datetime(2026, 12, 22, 9, 30, tzinfo=UTC),
                "DL-SAR-COMPLEX": datetime(2027, 2, 22, 9, 30, tzinfo=UTC),
            },
        ),
        (
            MatterKind.COMPLAINT, {},
            {"DL-DPCOMPLAINT-ACK": datetime(2026, 12, 22, 17, tzinfo=UTC)},
        ),
    ],
)  # fmt: skip
def test_each_matter_begins_its_times_and_no_others(desk, kind, answers, expected):
    concern = signed(desk)
    before = set(open_dues(desk, concern))

    desk.data_matters.record(matter(concern, kind, by="Lee Byrne", **answers))

    made = {rule: due for rule, due in open_dues(desk, concern).items() if rule not in before}
    assert {rule: due.due_at for rule, due in made.items()} == expected
    assert all("another school. From: Lee Byrne." in due.detail for due in made.values())


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        (None, {}, "kind"),
        (MatterKind.COMPLAINT, {"day": None}, "day"),
        (MatterKind.COMPLAINT, {"day": date(2026, 11, 23)}, "day"),
        (MatterKind.COMPLAINT, {"clock_time": None}, "clock_time"),
        (MatterKind.COMPLAINT, {"clock_time": time(23, 59)}, "at"),
        (MatterKind.COMPLAINT, {"text": " "}, "text"),
        (MatterKind.BREACH, {}, "high_risk"),
        (MatterKind.ACCESS, {}, "complex_"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_due(desk, kind, changes, field):
    concern = signed(desk)
    before = open_dues(desk, concern)

    with pytest.raises(UserError) as refused:
        desk.data_matters.record(matter(concern, kind, **changes))

    assert refused.value.field == field
    assert open_dues(desk, concern) == before


def test_a_draft_is_kept_until_it_is_recorded(desk):
    concern = signed(desk)
    draft = matter(concern, MatterKind.COMPLAINT)
    desk.entries.save_draft(draft, Caret())
    assert desk.entries.open_draft(draft.id).draft == draft

    desk.data_matters.record(draft)

    assert not [one for one in desk.today.view().drafts if one.flow == "data-matter"]


def test_how_it_was_dealt_with_stays_beside_it(desk):
    concern = signed(desk)
    desk.data_matters.record(matter(concern, MatterKind.COMPLAINT))
    due = open_dues(desk, concern)["DL-DPCOMPLAINT-ACK"]

    desk.dues.close(due.id, "Acknowledged by letter")

    (kept,) = [one for one in desk.concerns.get(concern.id).dues if one.id == due.id]
    assert kept.closed_because == "Acknowledged by letter"
