from contextlib import suppress
from datetime import date

import msgspec
import pytest
from sqlalchemy.exc import IntegrityError
from store_records import (
    ASHA,
    concern,
    later,
    paper,
    person,
    sharing,
    signed,
)

from sgdesk.clock import FixedClock
from sgdesk.domain.concern import Stage
from sgdesk.domain.practice import Practice, Role, User
from sgdesk.ids import new_id
from sgdesk.store.unit import Store


def test_without_a_commit_nothing_changes(store: Store, clock: FixedClock) -> None:
    with store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice(name="Riverside Dental Practice"))
        unit.audit("practice.saved")

    with store.unit(ASHA, clock) as unit:
        assert unit.practice.get() == Practice()
        assert unit.history.head() is None


def test_an_error_in_a_unit_undoes_it(store: Store, clock: FixedClock) -> None:
    with suppress(KeyError), store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice(name="Riverside Dental Practice"))
        raise KeyError

    with store.unit(ASHA, clock) as unit:
        assert unit.practice.get() == Practice()


def test_the_practice_and_its_users_come_back(store: Store, clock: FixedClock) -> None:
    practice = Practice(name="Riverside Dental Practice", postcode="ZZ99 1AA")
    asha = User(ASHA, "Asha Rahman", Role.LEAD, registration="GDC 000001")
    lee = User(new_id(), "Lee Byrne", Role.DEPUTY)

    with store.unit(ASHA, clock) as unit:
        unit.practice.save(practice)
        unit.users.save(lee)
        unit.users.save(asha)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.practice.get() == practice
        assert unit.users.all() == (asha, lee)
        assert unit.users.get(ASHA) == asha
        assert unit.users.get(new_id()) is None


def test_a_concern_comes_back_as_it_was_saved(store: Store, clock: FixedClock) -> None:
    value = concern()
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.concerns.get(value.id) == value
        assert unit.concerns.by_reference("SG-2026-0031") == value
        assert unit.concerns.by_reference("SG-2026-9999") is None
        assert unit.people.get(value.person.id) == value.person


def test_an_unsigned_concern_is_saved_anew_and_then_signed(store: Store, clock: FixedClock) -> None:
    value = concern()
    fewer = msgspec.structs.replace(value, facts=value.facts[1:], changed_at=later(1))

    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.concerns.save(fewer)
        unit.concerns.save(signed(fewer))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.concerns.get(value.id) == signed(fewer)


def test_a_signed_concern_cannot_be_saved_over(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()

    with pytest.raises(IntegrityError), store.unit(ASHA, clock) as unit:
        unit.concerns.save(msgspec.structs.replace(value, facts=()))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET body = '{}'",
        "DELETE FROM fact",
        "UPDATE concern SET body = '{}'",
        "UPDATE concern SET reference = 'SG-2026-0001'",
        "UPDATE concern SET signed_at = NULL",
        "DELETE FROM concern",
        "UPDATE sharing SET body = '{}'",
        "UPDATE sharing SET decision = 'share'",
        "DELETE FROM sharing",
        "UPDATE paper SET body = '{}'",
        "UPDATE paper_content SET content = x'00'",
        "UPDATE audit_event SET at = '2020-01-01T00:00:00.000000Z'",
        "DELETE FROM audit_event",
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
        "INSERT OR REPLACE INTO fact SELECT * FROM fact",
    ],
)
def test_what_was_signed_is_protected_by_the_store_itself(
    store: Store, clock: FixedClock, statement: str
) -> None:
    value = signed(concern())
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.sharings.add(sharing(value))
        unit.papers.add(paper(value), b"%PDF")
        unit.audit("concern.signed", f"concern:{value.id}")
        unit.commit()

    with pytest.raises(IntegrityError), store._engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_disposal_may_remove_signed_facts(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()

    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE concern SET disposal_at = '2060-01-01'")
        connection.exec_driver_sql("DELETE FROM fact")

    with store.unit(ASHA, clock) as unit:
        assert unit.facts.of_concern(value.id) == ()


def test_an_amendment_is_a_new_version_beside_the_old(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    first = value.facts[0]
    corrected = msgspec.structs.replace(first, length_mm=24)
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        version = unit.facts.amend(value.id, corrected, later(60), ASHA, "measured again")
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        found = unit.concerns.get(value.id)
        versions = [each for each in unit.facts.versions(value.id) if each.fact.id == first.id]
    assert version == 2
    assert found is not None
    assert found.facts == (corrected, *value.facts[1:])
    assert [each.fact for each in versions] == [first, corrected]
    assert versions[1].because == "measured again"


def test_a_fact_added_after_signing_comes_last(store: Store, clock: FixedClock) -> None:
    value = signed(concern())
    extra = msgspec.structs.replace(value.facts[1], id=new_id(), text="Cried.")
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        assert unit.facts.amend(value.id, extra, later(60), ASHA, "") == 1
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.facts.of_concern(value.id) == (*value.facts, extra)


def test_references_count_up_and_are_never_given_twice(store: Store, clock: FixedClock) -> None:
    with store.unit(ASHA, clock) as unit:
        given = [unit.references.allot(2026), unit.references.allot(2026)]
        unit.commit()
    with store.unit(ASHA, clock) as unit:
        unit.references.leave_out_to(2026, 30)
        unit.references.leave_out_to(2026, 5)
        given += [unit.references.allot(2026), unit.references.allot(2027)]
        unit.commit()

    assert given == ["SG-2026-0001", "SG-2026-0002", "SG-2026-0031", "SG-2027-0001"]


def test_two_concerns_cannot_have_one_reference(store: Store, clock: FixedClock) -> None:
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(concern())
        with pytest.raises(IntegrityError):
            unit.concerns.add(concern())


def test_lists_come_last_changed_first_and_page_by_key(store: Store, clock: FixedClock) -> None:
    values = [
        concern(f"SG-2026-{number:04d}", changed_at=later(number // 2)) for number in range(7)
    ]
    with store.unit(ASHA, clock) as unit:
        for value in values:
            unit.concerns.add(value)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        whole = unit.concerns.newest()
        paged = unit.concerns.newest(limit=3)
        while len(paged) < 7:
            paged += unit.concerns.newest(limit=3, before=paged[-1])
        rest = unit.concerns.newest(before=paged[-1])

    assert [line.changed_at for line in whole] == sorted(
        (value.changed_at for value in values), reverse=True
    )
    assert paged == whole
    assert rest == ()
    assert whole[0].person_name == "Mia Thornton"
    assert whole[0].born == date(2020, 2, 14)


def test_lists_can_be_of_some_stages(store: Store, clock: FixedClock) -> None:
    first, second, third = (
        concern(f"SG-2026-000{number}", changed_at=later(number)) for number in (1, 2, 3)
    )
    with store.unit(ASHA, clock) as unit:
        for value in (first, second, third):
            unit.concerns.add(value)
        unit.concerns.set_stage(second.id, Stage.SHARED, later(9))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        both = unit.concerns.newest(stages=(Stage.SHARED, Stage.DRAFT))
        drafts = unit.concerns.newest(stages=(Stage.DRAFT,))
        line = unit.concerns.line(second.id)

    assert [line.reference[-1] for line in both] == ["2", "3", "1"]
    assert [line.reference[-1] for line in drafts] == ["3", "1"]
    assert line is not None
    assert line.stage is Stage.SHARED


def test_a_person_is_found_by_number_or_by_name_and_birth(store: Store, clock: FixedClock) -> None:
    mia, other = person(), person(name="Mia Thornton", nhs_number="", born=date(2011, 1, 1))
    with store.unit(ASHA, clock) as unit:
        unit.people.add(mia)
        unit.people.add(other)
        unit.concerns.add(concern(person=mia))
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.people.like("", None, "9991234012") == (mia,)
        assert unit.people.like("mia thornton", date(2011, 1, 1), "") == (other,)
        assert unit.people.like("Mia Thornton", None, "") == ()
        assert len(unit.concerns.of_person(mia.id)) == 1
