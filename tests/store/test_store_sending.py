from datetime import date

import msgspec
from store_records import (
    ASHA,
    agency,
    attempt,
    call,
    concern,
    due,
    later,
    paper,
    sharing,
    signed,
)

from sgdesk.clock import FixedClock
from sgdesk.domain.outcome import Outcome, TeamNote
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.decision import AttemptState, ClinicalEntry, Decision
from sgdesk.ids import new_id
from sgdesk.store.unit import Store


def test_a_decision_its_tries_and_what_followed_come_back(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    decided = sharing(value)
    tried = attempt(decided)
    entry = ClinicalEntry(made_by="Lee Byrne")
    confirmed = msgspec.structs.replace(tried, state=AttemptState.CONFIRMED, proof="NM-448210")
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        assert unit.sharings.next_version(value.id) == 1
        unit.sharings.add(decided)
        unit.sharings.save_attempt(tried)
        unit.sharings.save_attempt(confirmed)
        unit.sharings.set_sent(decided.id, later(26))
        unit.sharings.set_acknowledged(decided.id, later(90))
        unit.sharings.set_clinical(decided.id, entry)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        found = unit.sharings.get(decided.id)
        assert found == msgspec.structs.replace(
            decided, sent_at=later(26), acknowledged_at=later(90), clinical=entry
        )
        assert unit.sharings.of_concern(value.id) == (found,)
        assert unit.sharings.attempts(decided.id) == (confirmed,)
        assert unit.sharings.next_version(value.id) == 2
        assert unit.concerns.newest()[0].shared_with == "Northtown Duty Team"


def test_not_sharing_names_no_recipient_in_the_list(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.sharings.add(sharing(value, decision=Decision.DO_NOT_SHARE))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.concerns.newest()[0].shared_with == ""


def test_calls_outcomes_and_team_notes_come_back(store: Store, clock: FixedClock) -> None:
    value = concern()
    rang, alone = call(value), call(None)
    answer = Outcome(id=new_id(), concern_id=value.id, at=later(99), reference="NM-448210")
    note = TeamNote(
        id=new_id(),
        concern_id=value.id,
        tier=1,
        people="Reception",
        text="See alone.",
        at=later(99),
    )
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.calls.add(rang)
        unit.calls.add(alone)
        unit.outcomes.add(answer)
        unit.outcomes.add_note(note)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.calls.of_concern(value.id) == (rang,)
        assert unit.calls.get(alone.id) == alone
        assert unit.outcomes.of_concern(value.id) == (answer,)
        assert unit.outcomes.notes(value.id) == (note,)


def test_open_deadlines_come_earliest_first_until_closed(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    decided, rang = sharing(value), call(value)
    by_sharing = due(value, about=decided.id, rule="DL-ACK")
    by_call = due(value, about=rang.id, due_at=later(60))
    plain = due(value, due_at=later(50))
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.sharings.add(decided)
        unit.calls.add(rang)
        for each in (by_sharing, by_call, plain):
            unit.dues.add(each)
        unit.dues.close(plain.id, later(55), ASHA, "written by portal")
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        lines = unit.dues.open(date(2026, 11, 22))
        closed = unit.dues.get(plain.id)
        assert unit.dues.open_rules([value.id]) == {value.id: ("DL-REF-WRITTEN", "DL-ACK")}
        assert [each.id for each in unit.dues.of_concern(value.id)] == [
            plain.id,
            by_call.id,
            by_sharing.id,
        ]
    assert [line.due for line in lines] == [by_call, by_sharing]
    assert {line.agency for line in lines} == {"Northtown Duty Team"}
    assert lines[0].person_age == "6 y"
    assert lines[0].reference == value.reference
    assert closed is not None
    assert (closed.closed_at, closed.closed_because) == (later(55), "written by portal")


def test_agencies_are_kept_by_name(store: Store, clock: FixedClock) -> None:
    duty, adults = agency(), agency(name="adult Social Care")
    with store.unit(ASHA, clock) as unit:
        unit.agencies.save(duty)
        unit.agencies.save(adults)
        unit.agencies.save(msgspec.structs.replace(duty, hours="Mon-Fri 08:30-17:00"))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert [each.name for each in unit.agencies.all()] == [adults.name, duty.name]
        found = unit.agencies.get(duty.id)
        assert found is not None
        assert found.hours == "Mon-Fri 08:30-17:00"
        unit.agencies.remove(duty.id)
        assert unit.agencies.get(duty.id) is None


def test_papers_are_numbered_and_keep_their_internal_copy(store: Store, clock: FixedClock) -> None:
    value = concern()
    pack = paper(value)
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.papers.add(pack, b"%PDF-1.7 all of it")
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.papers.next_copy(value.id, PaperKind.PACK) == 2
        assert unit.papers.next_copy(value.id, PaperKind.LOG_PAGE) == 1
        assert unit.papers.of_concern(value.id) == (pack,)
        assert unit.papers.get(pack.id) == pack
        assert unit.papers.content(pack.id) == b"%PDF-1.7 all of it"
        assert unit.papers.content(new_id()) is None


def test_the_register_has_one_entry_for_each_concern(store: Store, clock: FixedClock) -> None:
    first = signed(concern("SG-2026-0001"))
    second = concern("SG-2026-0002", opened_at=later(1))
    decided = sharing(first)
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(first)
        unit.concerns.add(second)
        unit.sharings.add(decided)
        unit.dues.add(due(first))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        entries = unit.register.newest()
        place = entries[0].opened_at, entries[0].line.id
        assert unit.register.newest(before=place) == entries[1:]
    assert [entry.line.reference for entry in entries] == ["SG-2026-0002", "SG-2026-0001"]
    assert entries[1].sharings == (decided,)
    assert entries[1].open_rules == ("DL-REF-WRITTEN",)
    assert entries[1].urgency == first.urgency
