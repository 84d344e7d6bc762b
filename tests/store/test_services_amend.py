"""A signed record is amended with a reason, never edited; both versions stay and print."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import SAID, agency, decided, signed, typed

from sgdesk.domain.amendment import Part
from sgdesk.domain.answers import Unanswered
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Observation, Saying
from sgdesk.domain.facts.times import both_dates
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.maps import place_at
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation
from sgdesk.domain.teeth import ToothFinding, ToothState
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId

WHY = "Measured again on the photograph."


@pytest.fixture
def concern(desk, clock):
    found = signed(desk)
    clock.at = clock.now() + timedelta(hours=1)
    return found


def amended(desk, concern, because=WHY, **parts):
    desk.amendments.record(
        AmendmentDraft(id="a-draft", concern_id=concern.id, because=because, **parts)
    )
    return desk.concerns.get(concern.id)


def longer(concern):
    return replace(concern.facts[0], length_mm=32)


def events(desk):
    with desk._context.unit() as unit:
        return list(reversed(unit.history.newest(limit=100)))


def test_a_fact_is_amended_and_both_versions_stay(desk, concern, clock):
    view = amended(desk, concern, fact=longer(concern))

    (one,) = view.amendments
    assert (one.by, one.because, one.at) == ("Asha Rahman", WHY, clock.now())
    assert "22 × 14 mm" in one.changes[0].before
    assert "32 × 14 mm" in one.changes[0].after
    assert view.concern.facts[0].length_mm == 32
    assert view.concern.facts[0].amended_at == clock.now()
    assert view.concern.facts[0].recorded_at == concern.facts[0].recorded_at
    assert view.concern.facts[1:] == concern.facts[1:]


def test_the_history_names_who_amended_what_and_why(desk, concern):
    view = amended(desk, concern, fact=longer(concern))

    newest = max(view.history, key=lambda one: one.at)
    assert (newest.what, newest.who, newest.detail) == ("Amended: Left cheek", "Asha Rahman", WHY)


def test_a_detail_is_amended_and_what_was_signed_stays(desk, concern):
    person = replace(concern.person, name="Mia Thornton-Begum")

    view = amended(desk, concern, person=person)

    (one,) = view.amendments
    assert one.part is Part.PERSON
    assert [(c.label, c.before, c.after) for c in one.changes] == [
        ("Name", "Mia Thornton", "Mia Thornton-Begum")
    ]
    assert view.concern.person.name == "Mia Thornton-Begum"
    assert view.concern.signed_at == concern.signed_at
    with desk._context.unit() as unit:
        assert unit.concerns.versions(concern.id)[0].body.person == concern.person


def test_the_lists_the_search_and_the_register_show_the_new_version(desk, concern):
    person = replace(concern.person, name="Noor Begum")
    amended(desk, concern, person=person)
    amended(desk, concern, urgency=replace(concern.urgency, harms=("neglect",)))

    assert desk.concerns.newest()[0].line.person_name == "Noor Begum"
    assert [row.line.id for row in desk.concerns.find("Noor")] == [concern.id]
    assert desk.log.register()[0].harms == "Neglect"


def test_one_relation_is_amended_and_another_added(desk, concern):
    father = replace(concern.relations[0], phone="01632 960155")
    amended(desk, concern, relation=father)

    view = amended(desk, concern, relation=Relation(id="aunt", name="Salma", relationship="aunt"))

    assert [one.about for one in view.amendments] == [
        "Family and contacts: father",
        "Family and contacts: aunt",
    ]
    assert [one.id for one in view.concern.relations] == ["father", "aunt"]


def test_an_answer_takes_the_place_of_why_there_was_none(desk, concern):
    not_asked = replace(concern.person, unanswered={"school": Unanswered.NOT_ASKED})

    view = amended(desk, concern, person=replace(not_asked, school="Weir Lane Primary"))

    assert view.concern.person.unanswered == {}
    assert view.concern.person.school == "Weir Lane Primary"


@pytest.mark.parametrize("because", ["", "   "])
def test_an_amendment_without_a_reason_is_refused(desk, concern, because):
    with pytest.raises(UserError, match="Say why") as refused:
        amended(desk, concern, because=because, fact=longer(concern))

    assert refused.value.field == "because"
    assert desk.concerns.get(concern.id).amendments == ()


def test_an_amendment_that_changes_nothing_is_refused(desk, concern):
    for part in ({"fact": concern.facts[0]}, {"person": concern.person}):
        with pytest.raises(UserError, match="Nothing is different yet"):
            amended(desk, concern, **part)


def test_what_is_wrong_in_the_new_version_is_named_at_its_field(desk, concern):
    fact = replace(concern.facts[0], length_mm=9_000)
    with pytest.raises(UserError) as refused:
        amended(desk, concern, fact=fact)
    assert refused.value.field == f"{fact.id}.length_mm"

    with pytest.raises(UserError) as refused:
        amended(desk, concern, person=replace(concern.person, born=date(2027, 1, 1)))
    assert refused.value.field == "person.born"


def test_a_record_that_is_not_signed_is_changed_in_its_wizard(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "check", Caret())

    with pytest.raises(SituationError, match="not signed yet"):
        desk.amendments.record(
            AmendmentDraft(id="a", concern_id=draft.id, fact=draft.facts[0], because=WHY)
        )


def test_a_fact_of_another_record_is_refused(desk, concern):
    stranger = Observation(id=FactId("a-stranger"), text="Somebody else's.")

    with pytest.raises(SituationError, match="not in the record"):
        amended(desk, concern, fact=stranger)


def test_a_late_entry_shows_when_it_was_heard_and_when_it_was_written_down(desk, concern, clock):
    late = Saying(
        id=FactId("late"), speaker="Mia", words="It was Tuesday.", noticed_on=date(2026, 11, 20)
    )

    view = amended(desk, concern, fact=late, is_new=True, because="The nurse told me today.")

    written = view.concern.facts[-1]
    assert written.recorded_at == clock.now()
    assert both_dates(written) == "Seen or heard 20 Nov 2026; written down Sun 22 Nov 2026, 13:05"
    assert view.amendments[0].is_new
    assert view.history[-1].what.startswith("Added to the record: ")


def test_each_amendment_is_an_entry_of_the_sound_chain_without_what_was_typed(desk, concern):
    amended(desk, concern, fact=longer(concern))
    amended(desk, concern, person=replace(concern.person, school="Weir Lane Primary"))

    actions = [one.action for one in events(desk)]
    assert [one for one in actions if "amended" in one] == ["fact.amended", "details.amended"]
    assert not any("Weir" in str(one.detail) or WHY in str(one.detail) for one in events(desk))
    desk.verification.check()


def test_the_draft_of_an_amendment_ends_with_it(desk, concern):
    draft = AmendmentDraft(id="kept", concern_id=concern.id, fact=longer(concern), because=WHY)
    desk.entries.save_draft(draft, Caret("because", 3))
    opened = desk.entries.open_draft("kept")

    desk.amendments.record(opened.draft)

    assert opened.draft == draft
    assert opened.caret == Caret("because", 3)
    assert desk.concerns.get(concern.id).drafts == ()


def test_a_pack_holds_the_new_version_and_says_since_when(desk, concern):
    team = agency(desk)
    decided(desk, concern, team)
    amended(desk, concern, fact=replace(concern.facts[1], words="Daddy shouts when it hurts."))
    amended(desk, concern, person=replace(concern.person, school="Weir Lane Primary"))

    text = printed_words(desk.printing.make(PaperKind.PACK, concern.id).pdf)

    assert "Daddy shouts when it hurts." in text
    assert SAID not in text
    assert WHY not in text
    assert text.count("amended on 22 Nov 2026") >= 2


@pytest.mark.parametrize("kind", [PaperKind.LOG_PAGE, PaperKind.DISCLOSURE_RECORD])
def test_both_versions_print_on_the_papers_of_the_log(desk, concern, kind):
    decided(desk, concern, agency(desk))
    amended(desk, concern, fact=replace(concern.facts[1], words="Daddy shouts."))

    text = printed_words(desk.printing.make(kind, concern.id).pdf)

    assert "Daddy shouts." in text
    assert "Daddy gets cross" in text
    assert WHY.split()[0] in text


def test_the_log_page_holds_initials_of_old_and_new_names(desk, concern):
    amended(desk, concern, person=replace(concern.person, name="Noor Begum"))

    text = printed_words(desk.printing.make(PaperKind.LOG_PAGE, concern.id).pdf)

    for name in ("Noor", "Begum", "Mia", "Thornton"):
        assert name not in text


def test_two_concerns_are_linked_and_both_show_it(desk, concern):
    sister = signed(desk, person={"name": "Lena Thornton"})

    desk.amendments.link(concern.id, sister.reference.lower(), "her sister")

    (here,) = desk.concerns.get(concern.id).linked
    (there,) = desk.concerns.get(sister.id).linked
    assert (here.row.line.id, here.link.how) == (sister.id, "her sister")
    assert there.row.line.id == concern.id
    linked = [one.subject for one in events(desk) if one.action == "concern.linked"]
    assert linked == [f"concern:{concern.id}", f"concern:{sister.id}"]


def test_a_sister_is_named_in_no_pack_of_the_other(desk, concern):
    sister = signed(desk, person={"name": "Lena Quillfeather"})
    desk.amendments.link(concern.id, sister.reference, "her sister Lena Quillfeather")
    decided(desk, concern, agency(desk))

    text = printed_words(desk.printing.make(PaperKind.PACK, concern.id).pdf)

    for secret in ("Lena", "Quillfeather", sister.reference, "sister"):
        assert secret not in text


def test_the_log_pages_of_both_know_a_link_and_hold_initials(desk, concern):
    sister = signed(desk, person={"name": "Lena Quillfeather"})
    desk.amendments.link(concern.id, sister.reference, "her sister Lena Quillfeather")

    for one, other in ((concern, sister), (sister, concern)):
        text = printed_words(desk.printing.make(PaperKind.LOG_PAGE, one.id).pdf)
        assert other.reference in text
        for name in ("Lena", "Quillfeather", "Thornton"):
            assert name not in text


def test_a_link_that_was_ended_stays_in_the_history_of_both(desk, concern):
    sister = signed(desk, person={"name": "Lena Thornton"})
    link = desk.amendments.link(concern.id, sister.reference, "her sister")

    desk.amendments.unlink(link.id)

    for one in (concern, sister):
        view = desk.concerns.get(one.id)
        assert all(linked.link.ended_at for linked in view.linked)
        assert any("ended" in entry.what for entry in view.history)
    with pytest.raises(SituationError, match="ended already"):
        desk.amendments.unlink(link.id)
    desk.amendments.link(sister.id, concern.reference, "her sister after all")


@pytest.mark.parametrize("reference", ["SG-2026-9999", "", "’; DROP TABLE concern"])
def test_a_reference_that_is_not_here_is_refused(desk, concern, reference):
    with pytest.raises(UserError, match="no concern of this reference") as refused:
        desk.amendments.link(concern.id, reference, "her sister")

    assert refused.value.field == "reference"


def test_a_concern_is_linked_once_and_never_with_itself(desk, concern):
    sister = signed(desk, person={"name": "Lena Thornton"})
    desk.amendments.link(concern.id, sister.reference, "her sister")

    with pytest.raises(UserError, match="linked already"):
        desk.amendments.link(sister.id, concern.reference, "her sister")
    with pytest.raises(UserError, match="same concern"):
        desk.amendments.link(concern.id, concern.reference, "herself")


def test_a_team_that_was_told_before_an_amendment_is_found_in_the_choices(desk, concern):
    sharing = decided(desk, concern, agency(desk))

    view = amended(desk, concern, fact=longer(concern))

    assert set(sharing.choices) == {fact.id for fact in view.concern.facts}


def test_somebody_who_is_no_user_here_is_named_in_the_history(desk, concern):
    content = desk.exchange.written(concern.id).decode()
    content = content.replace("Asha Rahman", "Priya Nair").replace(
        concern.id, "00000000-0000-4000-8000-000000000000"
    )
    taken = desk.exchange.take_in(content.encode())

    who = [entry.who for entry in desk.concerns.get(taken.id).history]

    assert who == ["Priya Nair", "Priya Nair"]


@pytest.fixture
def teeth(desk, concern):
    """An examination of two teeth, added to the signed record."""
    seen = Observation(
        id=FactId("teeth"), topic="teeth", noticed_by="A. Rahman", noticed_on=date(2026, 11, 20),
        teeth=(
            ToothFinding(tooth="64", states=(ToothState.MISSING,)),
            ToothFinding(tooth="54", states=(ToothState.DECAY,)),
        ),
    )  # fmt: skip
    amended(desk, concern, fact=seen, is_new=True)
    return desk.concerns.get(concern.id).concern.facts[-1]


def test_a_tooth_is_taken_out_and_both_versions_print(desk, concern, teeth, clock):
    clock.at = clock.now() + timedelta(hours=1)
    view = amended(desk, concern, fact=teeth, teeth_out=(0,))

    assert [one.tooth for one in view.concern.facts[-1].teeth] == ["54"]
    change = view.amendments[-1].changes[0]
    assert "64 (ULD" in change.before
    assert "64 (ULD" not in change.after
    assert "54 (URD" in change.after
    made = desk.printing.make(PaperKind.LOG_PAGE, concern.id)
    words = printed_words(made.pdf)
    assert words.count("64 (ULD, upper left first primary molar): missing") >= 1
    assert WHY in words


def test_the_last_tooth_is_taken_out_only_with_words_for_what_was_found(desk, concern, teeth):
    with pytest.raises(UserError, match="No tooth is left here") as refused:
        amended(desk, concern, fact=teeth, teeth_out=(0, 1))
    assert refused.value.field == "teeth.text"

    none = replace(teeth, text="No finding on any tooth.")
    view = amended(desk, concern, fact=none, teeth_out=(0, 1))

    assert view.concern.facts[-1].teeth == ()
    assert view.amendments[-1].changes[0].after.startswith("Teeth: No finding on any tooth.")


@pytest.mark.parametrize(
    ("tooth", "why"),
    [
        (ToothFinding(tooth="54", states=(ToothState.BROKEN,)), "Tooth 54 is here twice"),
        (ToothFinding(tooth="99", states=(ToothState.BROKEN,)), "is no tooth of the chart"),
        (ToothFinding(tooth="11"), "Say what was found on tooth 11"),
    ],
)
def test_a_tooth_that_cannot_stand_is_refused(desk, concern, teeth, tooth, why):
    with pytest.raises(UserError, match=why):
        amended(desk, concern, fact=replace(teeth, teeth=(*teeth.teeth, tooth)))


def test_a_draft_keeps_which_tooth_goes(desk, concern, teeth):
    draft = AmendmentDraft(id="a-draft", concern_id=concern.id, fact=teeth, teeth_out=(1,))
    desk.entries.save_draft(draft, Caret())

    again = desk.entries.open_draft("a-draft").draft

    assert again.teeth_out == (1,)
    assert [one.tooth for one in again.fact.teeth] == ["64", "54"]
    assert [one.tooth for one in again.amended_fact.teeth] == ["64"]


def test_a_mark_that_is_moved_lies_where_its_point_is_whatever_its_words_say(desk, concern):
    mark = concern.facts[0]
    lying = replace(mark, x=175.0, place="left-knee", place_words="left knee")

    moved = amended(desk, concern, fact=lying).concern.facts[0]

    view = desk.maps[mark.view]
    place = place_at(view, 175.0, mark.y)
    assert (moved.place, moved.place_words) == (place.id, place.name)
    assert "knee" not in moved.place_words
