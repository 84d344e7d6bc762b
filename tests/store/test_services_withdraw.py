"""A whole entry of a signed record is withdrawn with a reason, and stays readable as withdrawn."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import FRIDAY, SAID, agency, decided, rang, ready, sent, signed

from sgdesk.domain.call import CallResult
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.chronology import count
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.masking import shown_words
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.protected import stops_in
from sgdesk.domain.sharing.reached import fact_went, reached, reached_words
from sgdesk.domain.withdrawal import Deed, Withdrawal
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId, new_id

WHY = "Written into the wrong record after clinic."
KINDS = (
    Injury(id=FactId("a"), view="child-front", x=225, y=120, place="left-cheek",
           place_words="left cheek", mark="bruise", colour="greenish"),
    Observation(id=FactId("a"), text="She was greenish and cold."),
    Saying(id=FactId("a"), speaker="Mia", words="It was greenish."),
    Event(id=FactId("a"), happened_on=FRIDAY, text="Greenish plaster put on."),
    Context(id=FactId("a"), topic=ContextTopic.HISTORY, text="A greenish carpet."),
    Need(id=FactId("a"), text="Greenish ointment at night."),
    Opinion(id=FactId("a"), text="A greenish matter.", because="It looked so."),
)  # fmt: skip


def amend(desk, concern, because=WHY, **parts):
    draft = AmendmentDraft(id=new_id(), concern_id=concern.id, because=because, **parts)
    desk.amendments.record(draft)
    return desk.concerns.get(concern.id)


def withdraw(desk, concern, fact=None, why=Withdrawal.MISTAKE, **parts):
    return amend(desk, concern, fact=fact, deed=Deed.WITHDRAW, withdrawn_as=why, **parts)


def bring_back(desk, concern, **parts):
    return amend(desk, concern, because="It was right.", deed=Deed.BRING_BACK, **parts)


def printed(desk, kind, concern, sharing_id=None):
    return printed_words(desk.printing.make(kind, concern.id, sharing_id).pdf)


@pytest.fixture
def later(clock):
    def wait(**much):
        clock.at = clock.now() + timedelta(**(much or {"hours": 1}))
        return clock.at

    return wait


@pytest.fixture
def concern(desk, later):
    found = signed(desk)
    later()
    return found


@pytest.mark.parametrize("fact", KINDS, ids=lambda one: type(one).__name__)
def test_any_fact_is_withdrawn_and_its_words_stay_beside_the_reason(desk, later, fact):
    concern = signed(desk, facts=[replace(fact, id=FactId(new_id()))])
    later()

    view = withdraw(desk, concern, concern.facts[0])

    assert view.concern.facts == ()
    (gone,) = view.concern.facts_withdrawn
    assert replace(gone, withdrawn_at=None, withdrawn_as=None) == concern.facts[0]
    (one,) = view.amendments
    assert (one.deed, one.by, one.because) == (Deed.WITHDRAW, "Asha Rahman", WHY)
    assert "greenish" in one.changes[0].before.lower()
    assert one.changes[0].after == "Withdrawn. It was recorded in error."
    assert any(entry.what == f"Withdrawn: {one.about}" for entry in view.history)
    log = printed(desk, PaperKind.LOG_PAGE, concern).lower()
    assert "greenish" in log
    assert "recorded in error" in log
    assert WHY.lower() in log
    assert "greenish" in desk.exchange.written(concern.id).decode().lower()


def test_a_withdrawal_names_its_kind_of_reason_and_its_reason(desk, concern):
    fact = concern.facts[0]
    with pytest.raises(UserError, match="Choose why") as refused:
        withdraw(desk, concern, fact, why=None)
    assert refused.value.field == "withdrawn_as"
    with pytest.raises(UserError, match="Say why") as refused:
        withdraw(desk, concern, fact, because=" ")
    assert refused.value.field == "because"
    assert desk.concerns.get(concern.id).concern.facts == concern.facts


def test_what_is_withdrawn_keeps_the_words_of_the_record_whatever_the_draft_says(desk, concern):
    other = replace(concern.facts[1], words="Something else.")

    view = withdraw(desk, concern, other)

    assert view.concern.facts_withdrawn[0].words == SAID


def test_what_is_withdrawn_is_not_amended_added_or_withdrawn_again(desk, concern):
    fact, father = concern.facts[0], concern.relations[0]
    withdraw(desk, concern, fact)
    withdraw(desk, concern, relation=father)

    for parts in (
        {"fact": replace(fact, length_mm=30)},
        {"fact": replace(fact, length_mm=30), "is_new": True},
        {"relation": replace(father, phone="01632 960155")},
    ):
        with pytest.raises(SituationError, match="not in the record"):
            amend(desk, concern, **parts)
    for parts in ({"fact": fact}, {"relation": father}):
        with pytest.raises(SituationError, match="withdrawn already"):
            withdraw(desk, concern, **parts)
    with pytest.raises(SituationError, match="is not withdrawn"):
        bring_back(desk, concern, fact=concern.facts[1])
    with pytest.raises(SituationError, match="one by one"):
        withdraw(desk, concern, person=concern.person)


def test_an_ordinary_amendment_withdraws_nothing_and_takes_no_false_date(desk, concern, clock):
    sly = replace(concern.facts[0], length_mm=30, withdrawn_at=clock.now())

    view = amend(desk, concern, fact=sly)

    assert view.concern.facts_withdrawn == ()
    assert view.concern.facts[0].length_mm == 30


def test_a_withdrawn_fact_stands_again_where_it_stood(desk, concern, later):
    withdraw(desk, concern, concern.facts[0])
    later()

    view = bring_back(desk, concern, fact=concern.facts[0])

    assert [one.id for one in view.concern.facts] == [one.id for one in concern.facts]
    assert view.concern.facts_withdrawn == ()
    assert [one.deed for one in view.amendments] == [Deed.WITHDRAW, Deed.BRING_BACK]
    assert view.amendments[1].changes[0].before == "Withdrawn. It was recorded in error."
    assert "22 × 14 mm" in view.amendments[1].changes[0].after


def test_no_sharing_made_afterwards_offers_it(desk, concern):
    team = agency(desk)
    begun = ready(desk, concern, team)
    said = concern.facts[1]

    now = withdraw(desk, concern, said).concern

    assert said.id not in desk.sharings.proposals(now, team.kind)
    desk.sharings.decide(begun)
    for kind in (PaperKind.PACK, PaperKind.LOG_PAGE):
        assert (SAID in printed(desk, kind, concern)) is (kind is PaperKind.LOG_PAGE)


def test_it_no_longer_counts_among_the_appointments(desk, later):
    days = [date(2026, 3, 4), date(2026, 6, 2), date(2026, 9, 8)]
    missed = [
        Event(id=FactId(new_id()), happened_on=day, attendance=Attendance.NOT_BROUGHT)
        for day in days
    ]
    concern = signed(desk, facts=missed)
    later()
    since = date(2026, 1, 1)

    now = withdraw(desk, concern, missed[1], Withdrawal.OTHER_PERSON).concern

    assert count(now.facts, since).not_brought == 2
    assert count(now.facts, since).planned == 2
    decided(desk, now, agency(desk))
    for kind in (PaperKind.PACK, PaperKind.DISCLOSURE_RECORD):
        assert "2 Jun 2026" not in printed(desk, kind, concern).partition("both versions")[0]


def test_its_mark_is_on_no_later_map_and_in_no_earlier_record_of_the_same_child(desk, concern):
    draft = desk.concerns.begin()
    draft.person = concern.person
    assert [len(one.marks) for one in desk.concerns.earlier(draft)] == [1]

    withdraw(desk, concern, concern.facts[0])

    assert sum(len(one.marks) for one in desk.concerns.earlier(draft)) == 0
    decided(desk, desk.concerns.get(concern.id).concern, agency(desk))
    pack = printed(desk, PaperKind.PACK, concern)
    assert "bruise" not in pack.lower()
    assert "22 × 14" not in pack


def test_earlier_papers_stay_and_later_ones_name_it_to_whom_it_went_alone(desk, concern, later):
    team, other = agency(desk), agency(desk, "Southtown Duty Team")
    first = decided(desk, concern, team)
    sent(desk, first, later())
    before = desk.printing.make(PaperKind.PACK, concern.id, first.id)
    later()

    withdraw(desk, concern, concern.facts[1])
    later()

    again = printed(desk, PaperKind.PACK, concern, first.id)
    assert SAID not in again
    assert "Withdrawn since we told you" in again
    assert "withdrawn on 22 Nov 2026" in again
    second = decided(desk, desk.concerns.get(concern.id).concern, other)
    stranger = printed(desk, PaperKind.PACK, concern, second.id)
    assert "ithdrawn" not in stranger
    assert desk.printing.pdf(before.paper.id) == before.pdf


def test_the_record_of_a_decision_still_says_what_went_and_that_it_is_withdrawn(desk, concern):
    sharing = decided(desk, concern, agency(desk))
    assert sharing.choices[concern.facts[1].id].goes

    withdraw(desk, concern, concern.facts[1])

    words = printed(desk, PaperKind.DISCLOSURE_RECORD, concern)
    went = words.partition("What stays")[0]
    assert SAID in went
    assert "withdrawn on 22 Nov 2026" in went


def test_a_team_that_was_never_told_is_not_named_among_those_to_tell(desk, concern, later):
    team, other = agency(desk), agency(desk, "Southtown Duty Team")
    went = decided(desk, concern, team)
    sent(desk, went, later())
    decided(desk, concern, other)
    later()
    said = concern.facts[1]

    view = withdraw(desk, concern, said)

    told = teams(view, said)
    assert [one.team.organisation for one in told] == ["Northtown Duty Team"]
    assert "Tell them that it is withdrawn." in reached_words(told[0])


def test_who_was_reached_again_since_is_told_so(desk, concern, later):
    team = agency(desk)
    sent(desk, decided(desk, concern, team), later())
    later()
    withdraw(desk, concern, concern.facts[1])
    rang(desk, concern, team, later(), later(minutes=4), result=CallResult.NO_ANSWER)
    nobody = teams(desk.concerns.get(concern.id), concern.facts[1])
    rang(desk, concern, team, later(), later(minutes=4))

    (one,) = teams(desk.concerns.get(concern.id), concern.facts[1])

    assert nobody[0].again_at is None
    assert one.again_at is not None
    assert "do they know?" in reached_words(one)


def test_a_team_that_was_only_rung_may_have_been_told(desk, concern, later):
    rang(desk, concern, agency(desk), later(), later(minutes=4))
    later()

    view = withdraw(desk, concern, concern.facts[0])

    (one,) = teams(view, concern.facts[0])
    assert not one.is_sure
    assert "may have been told" in reached_words(one)


def teams(view, fact):
    gone = next(one for one in view.concern.facts_withdrawn if one.id == fact.id)
    decisions = [(past.sharing, past.attempts) for past in view.sharings]
    return reached(decisions, view.calls, fact_went(gone), gone.withdrawn_at)


def test_a_family_member_is_withdrawn_with_every_answer_and_goes_to_nobody(desk, concern, later):
    uncle = Relation(
        id="uncle", name="Piotr Quillfeather", relationship="uncle", phone="01632 960155",
        address="3 Gorse Row", address_protected=True,
    )  # fmt: skip
    before = amend(desk, concern, relation=uncle).concern
    later()

    view = withdraw(desk, concern, relation=uncle, why=Withdrawal.OTHER_PERSON)

    assert [one.id for one in view.concern.relations] == ["father"]
    assert [one.id for one in view.concern.relations_withdrawn] == ["uncle"]
    change = view.amendments[-1].changes[0]
    assert "Name: Piotr Quillfeather" in change.before
    assert "Telephone: 01632 960155" in change.before
    assert change.after == "Withdrawn. It is about another person."
    assert view.amendments[-1].deed is Deed.WITHDRAW
    decided(desk, view.concern, agency(desk))
    pack = printed(desk, PaperKind.PACK, concern)
    assert "Quillfeather" not in pack
    assert "uncle" not in pack.lower()
    # What was guarded stays guarded, and hidden.
    assert stops_in("She stays at 3 Gorse Row.", view.concern)
    shown = shown_words(view.concern, whole=False)
    assert "Quillfeather" not in shown("Piotr Quillfeather rang.")

    again = bring_back(desk, concern, relation=uncle).concern
    assert again.relations == before.relations


def test_dues_follow_a_withdrawal(desk, later):
    told = Saying(
        id=FactId(new_id()), speaker="Amina", words="It was done.", noticed_by="A. Rahman",
        noticed_on=FRIDAY,
    )  # fmt: skip
    girl = {"name": "Amina Yusuf", "born": date(2012, 3, 1)}
    concern = signed(desk, person=girl, facts=[told], urgency={"fgm": FgmScreen.TOLD_BY_HER})
    later(days=2)

    def moments(one):
        return {
            (due.rule, due.due_at)
            for due in desk.concerns.get(one.id).dues
            if due.rule.startswith("DL-FGM") and due.closed_at is None
        }

    before = moments(concern)
    withdraw(desk, concern, told)
    without = moments(concern)
    bring_back(desk, concern, fact=told)

    assert before
    assert without
    assert without != before
    assert moments(concern) == before


def test_an_explanation_names_the_mark_that_was_withdrawn_without_a_number(desk, later):
    cheek, arm = (replace(KINDS[0], id=FactId(new_id()), y=y) for y in (120, 90))
    fell = Saying(
        id=FactId(new_id()), speaker="Karl", words="She fell.", is_explanation=True,
        explains_marks=(cheek.id, arm.id),
    )  # fmt: skip
    concern = signed(desk, facts=[cheek, arm, fell])
    later()
    withdraw(desk, concern, cheek)

    view = amend(desk, concern, fact=replace(fell, words="She fell down."))

    after = view.amendments[-1].changes[0].after
    assert "Explains mark 1." in after
    assert "Explained a mark that was withdrawn: Left cheek." in after


def test_the_search_still_finds_it(desk, concern):
    withdraw(desk, concern, concern.facts[1])

    assert [row.line.id for row in desk.concerns.find("cross when it hurts")] == [concern.id]


def test_each_withdrawal_is_in_the_sound_chain_without_what_was_typed(desk, concern):
    withdraw(desk, concern, concern.facts[1])
    withdraw(desk, concern, relation=concern.relations[0])
    bring_back(desk, concern, fact=concern.facts[1])

    with desk._context.unit() as unit:
        events = list(reversed(unit.history.newest(limit=20)))
    wanted = ["fact.withdrawn", "details.withdrawn", "fact.brought-back"]
    assert [one.action for one in events if one.action in wanted] == wanted
    assert not any(WHY in str(one.detail) or SAID in str(one.detail) for one in events)
    desk.verification.check()


def as_another(content):
    document = json.loads(content)
    return content.decode().replace(document["concern"]["id"], str(uuid4()))


def with_both(desk):
    """A record in which a fact and somebody of the family are withdrawn."""
    saying = Saying(id=FactId(new_id()), speaker="Mia", words=SAID)
    seen = Observation(id=FactId(new_id()), text="She was cold.")
    concern = signed(desk, facts=[saying, seen])
    withdraw(desk, concern, saying)
    withdraw(desk, concern, relation=concern.relations[0])
    return concern


def test_it_goes_with_the_record_to_another_practice_and_stays_withdrawn(desk):
    concern = with_both(desk)
    there = desk.concerns.get(concern.id)

    taken = desk.exchange.take_in(as_another(desk.exchange.written(concern.id)).encode())

    here = desk.concerns.get(taken.id)
    assert [one.words for one in here.concern.facts_withdrawn] == [SAID]
    assert [one.name for one in here.concern.relations_withdrawn] == ["Karl Thornton"]
    assert here.concern.relations == ()
    assert SAID not in {getattr(one, "words", "") for one in here.concern.facts}
    assert [(one.deed, one.because, one.changes) for one in here.amendments] == [
        (one.deed, one.because, one.changes) for one in there.amendments
    ]
    again = json.loads(desk.exchange.written(taken.id))
    assert [one["withdrawn_as"] for one in again["concern"]["relations"]] == ["mistake"]
    bring_back(desk, here.concern, fact=here.concern.facts_withdrawn[0])
    assert desk.concerns.get(taken.id).concern.facts_withdrawn == ()


def _no_facts(document):
    document["fact_versions"] = []


def _no_details(document):
    document["details_versions"] = []


def _from_the_start(document):
    newest = document["fact_versions"][-1]
    document["fact_versions"] = [{**newest, "version": 1, "because": ""}]


def _signed_so(document):
    document["details_versions"] = [
        {**document["details_versions"][-1], "version": 1, "because": ""}
    ]


@pytest.mark.parametrize("spoil", [_no_facts, _no_details, _from_the_start, _signed_so])
def test_a_file_that_withdraws_without_a_reason_is_refused(desk, spoil):
    document = json.loads(as_another(desk.exchange.written(with_both(desk).id)))
    spoil(document)

    with pytest.raises(UserError, match="withdrawn without a reason"):
        desk.exchange.take_in(json.dumps(document).encode())
