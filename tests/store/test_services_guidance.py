"""A newer guidance file: looked over, compared, accepted or refused, and gone back from."""

from datetime import UTC, date, datetime

import pytest
from sharing_support import agency, decided, signed
from sqlalchemy.exc import IntegrityError

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import find
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.library.guidance import guidance_for
from sgdesk.paths import resources
from sgdesk.services import gather

OWN = guidance_for(Nation.ENGLAND).version

LATER = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
OLD_TITLE = "The public interest outweighs confidentiality"
NEW_TITLE = "Sharing serves the public interest more than silence"


def shipped(nation=Nation.ENGLAND):
    return (resources() / "guidance" / f"{nation}.toml").read_text("utf-8")


def newer(*changes, version="england-2026-12-01", checked_on="2026-12-01"):
    text = shipped().replace(f'version = "{OWN}"', f'version = "{version}"', 1)
    text = text.replace("checked_on = 2026-11-22", f"checked_on = {checked_on}", 1)
    for before, after in ((OLD_TITLE, NEW_TITLE), *changes):
        assert before in text
        text = text.replace(before, after, 1)
    return text.encode()


@pytest.fixture
def later(clock, desk):
    clock.at = LATER
    return desk


def actions(desk):
    with desk._context.unit() as unit:
        return [event.action for event in unit.history.newest(limit=3)]


def test_before_anything_was_chosen_the_programs_own_guidance_holds(desk):
    state = desk.guidances.state()

    assert state.in_use == state.own == guidance_for(Nation.ENGLAND)
    assert state.choices == ()


def test_a_newer_file_is_compared_before_anything_changes(later):
    looked = later.guidances.look_over(newer())

    assert looked.faults == ()
    assert [(one.part, one.name) for one in looked.changes] == [("gateways", NEW_TITLE)]
    change = looked.changes[0]
    assert f"Title: {OLD_TITLE}" in change.before
    assert f"Title: {NEW_TITLE}" in change.after
    assert later.guidance.version == OWN


def test_accepted_guidance_holds_at_once_and_after_the_next_unlock(later, locked):
    later.guidances.accept(newer(), "The partnership sent it")
    assert find(later.guidance.gateways, "public-interest").title == NEW_TITLE
    assert actions(later)[0] == "guidance.accepted"
    later.close()

    again = locked.unlock(locked.users()[0].id, "a quiet river bends twice")
    try:
        assert again.guidance.version == "england-2026-12-01"
        held = [one.version for one in again.guidances.state().held]
        assert sorted(held) == [OWN, "england-2026-12-01"]
    finally:
        again.close()


def test_going_back_is_possible_and_logged(later):
    later.guidances.accept(newer(), "The partnership sent it")

    later.guidances.go_back(None, "They took it back")

    assert later.guidance.version == OWN
    assert actions(later)[0] == "guidance.chosen"
    reasons = [one.because for one in later.guidances.state().choices]
    assert reasons == ["They took it back", "The partnership sent it"]


def test_a_version_that_is_held_can_hold_again(later):
    held = later.guidances.accept(newer(), "The partnership sent it")
    later.guidances.go_back(None, "They took it back")

    later.guidances.go_back(held.id, "It was right after all")

    assert later.guidance.version == "england-2026-12-01"


def test_a_version_that_is_not_held_cannot_hold(later):
    with pytest.raises(SituationError, match="not held"):
        later.guidances.go_back("nothing", "A try")


def test_the_deputy_does_not_decide_on_guidance(locked, clock):
    clock.at = LATER
    deputy = locked.unlock(locked.users()[1].id, "seven lamps near the weir")
    try:
        for deed in (
            lambda: deputy.guidances.accept(newer(), "Newer"),
            lambda: deputy.guidances.refuse(newer()),
            lambda: deputy.guidances.go_back(None, "Older"),
        ):
            with pytest.raises(UserError, match="Only a safeguarding lead"):
                deed()
        assert deputy.guidances.look_over(newer()).faults == ()
    finally:
        deputy.close()


def test_nothing_is_accepted_without_a_reason(later):
    with pytest.raises(UserError, match="Say why"):
        later.guidances.accept(newer(), "  ")


def test_a_refused_file_is_in_the_log_and_changes_nothing(later):
    later.guidances.refuse(newer())

    assert actions(later)[0] == "guidance.refused"
    assert later.guidance.version == OWN


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x00" * 600_000, "too large"),
        (b"no toml", "cannot be read"),
        (b"format = 9", "another version of SG Desk"),
        (shipped(Nation.WALES).encode(), "another nation"),
        (b"format = 1\nnation = 'atlantis'", "for which nation"),
        (shipped().encode(), "holds already"),
        (newer(checked_on="2026-01-01"), "older than the guidance that holds"),
        (newer(version=OWN), "of this very name"),
        (newer(checked_on="2031-01-01"), "has not come yet"),
        (newer(("https://", "javascript:")), "no plain web address"),
        (newer(('why = "', 'why = "\u202e')), "cannot be seen"),
        (newer(('number = 8\ntitle = "Inform', 'number = 7\ntitle = "Inform')), "eight principles"),
        (newer(('id = "C8"', 'id = "C9"')), "C1 to C8"),
        (newer(('step = "consent"', 'step = "basis"')), ""),
        (newer(('status = "law"', 'status = "CANARY"')), "not of the form"),
        (newer(("format = 1", 'format = 1\nCANARY = "x"')), "knows no such part"),
        (newer(('publisher = "', 'publicher = "')), "does not know"),
    ],
)
def test_an_odd_file_is_refused_with_a_sentence(later, content, said):
    faults = later.guidances.look_over(content).faults

    if said:
        assert any(said in fault for fault in faults), faults
        with pytest.raises(UserError):
            later.guidances.accept(content, "A try")
    assert not any("CANARY " in fault or "'CANARY'" in fault for fault in faults)
    assert all(fault.endswith(".") for fault in faults)
    assert later.guidance.version == OWN


def test_every_fault_of_a_file_is_named(later):
    content = newer(
        ("[[gateways]]\nid = ", "[[gateways]]\nit = "),
        ('question = "article-9"', 'question = "whim"'),
        ("number = 6", "number = 66"),
    )

    places = "\n".join(later.guidances.look_over(content).faults)

    assert "gateways 1" in places
    assert "usual 1" in places
    assert "references 6, number" in places


def test_a_file_that_cannot_be_read_or_is_enormous_is_refused(desk, tmp_path):
    enormous = tmp_path / "guidance.toml"
    with enormous.open("wb") as file:
        file.truncate(3_000_000_000)

    with pytest.raises(UserError, match="too large"):
        desk.guidances.bytes_of(enormous)
    with pytest.raises(SituationError, match="could not be read"):
        desk.guidances.bytes_of(tmp_path / "nowhere.toml")


def test_a_decision_keeps_the_version_and_the_words_it_was_made_under(later):
    concern = signed(later)
    sharing = decided(later, concern, agency(later))
    assert sharing.guidance == OWN

    later.guidances.accept(newer(), "The partnership sent it")
    paper = later.printing.make(PaperKind.DISCLOSURE_RECORD, concern.id)

    assert paper.paper.sharing_id == sharing.id
    with later._context.unit() as unit:
        imprint = Imprint(
            reference=concern.reference, copy=1, recipient="", made_at=LATER, made_by="",
            guidance=sharing.guidance, code="",
        )  # fmt: skip
        record = gather.disclosure(unit, later._context, concern, sharing, imprint)
        assert OLD_TITLE in record.gateway_words
        kept = unit.guidances.text_of_version(sharing.guidance)
    assert find(kept.gateways, "public-interest").title == OLD_TITLE
    version = next(one for one in later.guidances.state().held if one.version == sharing.guidance)
    assert later.guidances.text_of(version.id) == guidance_for(Nation.ENGLAND)


def test_a_draft_knows_under_what_it_was_begun(later):
    draft = later.sharings.begin(signed(later).id)
    record = later.concerns.begin()

    assert draft.begun_under == record.begun_under == OWN


def test_held_guidance_cannot_be_changed(later):
    later.guidances.accept(newer(), "The partnership sent it")

    for statement in (
        "UPDATE guidance_version SET content = '{}'",
        "DELETE FROM guidance_version",
        "UPDATE guidance_choice SET body = '{}'",
        "DELETE FROM guidance_choice",
    ):
        with later._context.unit() as unit, pytest.raises(IntegrityError, match="only added to"):
            unit._connection.exec_driver_sql(statement)


def test_a_file_of_another_nation_that_extends_england_is_read_with_it(later):
    text = shipped(Nation.WALES).replace("wales-2026-11-23", "wales-2026-12-01", 1)
    assert "another nation" in later.guidances.look_over(text.encode()).faults[0]
    assert date(2026, 11, 22) == guidance_for(Nation.WALES).checked_on
