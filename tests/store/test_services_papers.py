"""Papers: nothing held back leaves, and nothing that is said on them is untrue."""

import io
from datetime import date, time
from itertools import count

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import HELD_BACK, SAID, adult, agency, at, decided, rang, ready, sent, signed

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    EventKind,
    Injury,
    Need,
    NeedTopic,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.outcome import TeamNote
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.domain.people import Relation, SafeContact
from sgdesk.domain.police import PoliceDraft, PoliceReason, PoliceWay
from sgdesk.domain.sharing.decision import (
    AttemptState,
    Choice,
    ClinicalEntry,
    Conditions,
    Decision,
    Failure,
    SharingDraft,
)
from sgdesk.domain.sharing.words import clinical_entry
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, FactId, PoliceContactId, SharingId
from sgdesk.library.maps import maps_by_id
from sgdesk.services import gather

IMPRINT = Imprint(
    reference="SG-2026-0001", copy=1, recipient="Northtown Duty Team", made_at=at(22, 12),
    made_by="Asha Rahman", guidance="g", code="0123456789abcdef",
)  # fmt: skip


def inside(pdf):
    """Return every byte of a PDF, uncompressed, with its metadata."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def words_of(desk, concern, draft):
    """Return the words of the pack as it would print for this draft."""
    from sgdesk.documents.render import words

    with desk._context.unit() as unit:
        found = gather.pack(unit, desk._context, concern, draft, IMPRINT)
    return "\n".join(words(found, maps_by_id()))


def pack(desk, sharing):
    return printed_words(desk.printing.make(PaperKind.PACK, sharing.concern_id, sharing.id).pdf)


# --------------------------------------------------------------------- canaries, at random


class Canaries:
    """Words that occur nowhere else, so that each can be told from every other."""

    def __init__(self):
        self._numbers = count(100)
        self.going = []
        self.staying = []

    def goes(self):
        self.going.append(f"zgo{next(self._numbers)}x")
        return self.going[-1]

    def stays(self):
        self.staying.append(f"zst{next(self._numbers)}x")
        return self.staying[-1]


def fact(kind, id, word):
    """Return a fact of a kind with a word of its own in each text that is printed or kept."""
    same = {"id": FactId(id), "noticed_on": date(2026, 11, 20)}
    if kind != 3:
        same["noticed_by"] = word()
    match kind:
        case 0:
            return Injury(
                place_words="left cheek",
                place="left-cheek",
                view="child-front",
                x=225,
                y=120,
                mark=word(),
                length_mm=9,
                colour=word(),
                landmark_1=word(),
                detail=word(),
                **same,
            )
        case 1:
            return Observation(text=word(), **same)
        case 2:
            return Saying(
                speaker=word(),
                words=word(),
                question=word(),
                present=word(),
                to_whom=word(),
                interpreter=word(),
                **same,
            )
        case 3:
            return Event(
                event=EventKind.TREATMENT,
                attendance=Attendance.NOT_BROUGHT,
                happened_on=date(2026, 6, 2),
                text=word(),
                outreach=word(),
                reason_given=word(),
                id=FactId(id),
            )
        case 4:
            return Context(topic=ContextTopic.HISTORY, text=word(), teeth=word(), **same)
        case 5:
            return Need(
                topic=NeedTopic.KEY_CONTACT, text=word(), to_whom=word(), understood=word(), **same
            )
        case _:
            return Opinion(text=word(), because=word(), **same)  # fmt: skip


@pytest.fixture
def case(desk):
    """A signed concern and the draft of a decision, to be filled at random."""
    concern = signed(desk)
    return desk, concern, ready(desk, concern, agency(desk))


@settings(
    max_examples=300, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    going=some.lists(some.integers(0, 6), max_size=4),
    staying=some.lists(some.integers(0, 6), min_size=1, max_size=4),
    protected=some.booleans(),
    in_household=some.sampled_from(YesNo),
)
def test_no_word_that_was_held_back_is_in_three_hundred_packs(
    case, going, staying, protected, in_household
):
    desk, concern, draft = case
    canaries = Canaries()
    facts = [fact(kind, f"go{n}", canaries.goes) for n, kind in enumerate(going)]
    held = [fact(kind, f"st{n}", canaries.stays) for n, kind in enumerate(staying)]
    held.append(Context(id=FactId("about"), text=canaries.stays(), also_about=canaries.stays()))
    choices = {one.id: Choice(goes=True, reason=canaries.stays()) for one in facts}
    choices |= {
        one.id: Choice(goes=False, reason=canaries.stays(), proposed_because=canaries.stays())
        for one in held[::2]
    }
    relation = Relation(
        id="r", name=canaries.goes(), relationship=canaries.goes(), note=canaries.stays(),
        in_household=in_household, address=canaries.stays() if protected else "",
    )  # fmt: skip
    if protected and in_household is not YesNo.YES:
        relation = replace(relation, address="")
    concern = replace(
        concern,
        facts=tuple(held + facts),
        relations=(relation,),
        contact=SafeContact(
            name=canaries.stays(), relationship=canaries.stays(), number=canaries.stays(),
            times=canaries.stays(), code_word=canaries.stays(), never_reach=canaries.stays(),
        ),
        person=replace(
            concern.person,
            address_protected=protected,
            address=canaries.stays() if protected else canaries.goes(),
            previous_addresses=canaries.stays() if protected else canaries.goes(),
        ),
    )  # fmt: skip
    draft = replace_choices(draft, choices)

    from sgdesk.documents.render import paper, words

    with desk._context.unit() as unit:
        found = gather.pack(unit, desk._context, concern, draft, IMPRINT)
    text = "\n".join(words(found, maps_by_id()))
    pdf = paper(found, maps_by_id())
    printed, raw = printed_words(pdf), inside(pdf).lower()
    assert [one for one in canaries.going if one not in text.lower()] == []
    assert [one for one in canaries.going if one not in printed.lower()] == []
    for one in canaries.staying:
        assert one not in text.lower()
        assert one not in printed.lower()
        assert one.encode() not in raw
        assert one.encode("utf-16-be") not in raw


def replace_choices(draft, choices):
    return SharingDraft(
        **{field: getattr(draft, field) for field in SharingDraft.__struct_fields__}
        | {"choices": choices}
    )


# ------------------------------------------------------------------- who is told of what


def test_a_call_with_another_team_that_was_typed_by_hand_stays(desk):
    concern = signed(desk)
    rang(desk, concern, "Women's refuge", at(22, 9), at(22, 9, 10), told="She hides at the refuge")
    rang(desk, concern, "Mill Road Surgery", at(22, 10), at(22, 10, 5), told="The marks")
    sharing = decided(desk, concern, "Mill Road Surgery")

    text = pack(desk, sharing)

    assert "refuge" not in text
    assert "The marks" in text


def test_the_account_of_a_failed_portal_stays(desk):
    sharing = decided(desk, signed(desk), agency(desk))
    desk.sharings.record_attempt(
        sharing.id, RouteKind.PORTAL, AttemptState.FAILED, at(22, 10), failure=Failure.TIMEOUT,
        message="Gateway timeout", account="arahman.portal",
    )  # fmt: skip

    made = desk.printing.make(PaperKind.PACK, sharing.concern_id, sharing.id)

    assert "Gateway timeout" in printed_words(made.pdf)
    assert b"arahman.portal" not in inside(made.pdf)


def protected(desk, **changes):
    person = {
        "address": "12 Weir Street, Northtown", "postcode": "ZZ99 2QA",
        "address_protected": True, "previous_addresses": "4 Lock Lane",
        "whereabouts": "At home, 12 Weir Street", "with_whom": "Her grandmother",
    }  # fmt: skip
    relations = [
        Relation(id="m", name="Rina Thornton", relationship="mother", in_household=YesNo.YES,
                 address="12 Weir Street"),
        Relation(id="g", name="Jean Thornton", relationship="grandmother", address="zz992qa"),
        Relation(id="f", name="Karl Thornton", relationship="father", alleged_source=True,
                 in_household=YesNo.NO, address="9 Mill Road"),
    ]  # fmt: skip
    return signed(desk, person=person, relations=relations, **changes)


def test_a_protected_address_is_nowhere_in_the_pack(desk):
    concern = protected(desk)
    draft = ready(desk, concern, agency(desk))
    draft.conditions = Conditions(use="For the team.", not_to_disclose="The address, to Mr A.")
    sharing = desk.sharings.decide(draft)

    made = desk.printing.make(PaperKind.PACK, concern.id, sharing.id)

    text = printed_words(made.pdf)
    assert "Weir Street, Northtown" not in text.replace(desk.practice.address, "")
    for part in ("12 Weir", "2QA", "2qa", "Lock Lane"):
        assert part not in text
    assert "Her grandmother" in text
    assert "9 Mill Road" in text
    assert "Protected" in text


def test_an_answer_that_is_not_asked_for_any_more_is_not_previewed(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    draft.consent = replace(draft.consent, told_who="Nobody-here", agreement_of="Somebody-there")
    draft.basis = replace(draft.basis, gateway="consent", gateway_factors="Only-for-us")

    text = printed_words(desk.printing.preview(draft, PaperKind.PACK))

    for hidden in ("Nobody-here", "Somebody-there", "Only-for-us"):
        assert hidden not in text
    assert SAID in text


# --------------------------------------------------------------------- what papers say


def test_a_pack_is_made_of_a_decision_to_share_alone(desk):
    concern = signed(desk)
    decided(desk, concern, "Mill Road Surgery", Decision.DO_NOT_SHARE)

    for kind in (PaperKind.PACK, PaperKind.SAFE_CONTACT):
        with pytest.raises(SituationError, match="decided not to share"):
            desk.printing.make(kind, concern.id)


def test_the_newest_pack_is_of_the_newest_decision_to_share(desk):
    concern, team = signed(desk), agency(desk)
    shared = decided(desk, concern, team)
    decided(desk, concern, "Mill Road Surgery", Decision.NOT_YET)

    made = desk.printing.make(PaperKind.PACK, concern.id)

    assert made.paper.sharing_id == shared.id
    assert made.paper.recipient == "Northtown Duty Team"


@pytest.mark.parametrize("which", ["another concern", "none"])
def test_a_paper_is_never_made_of_another_concerns_decision(desk, which):
    first, second, team = signed(desk), signed(desk), agency(desk)
    sharing = decided(desk, first, team)
    id = sharing.id if which == "another concern" else SharingId("none")

    with pytest.raises(SituationError, match="not recorded yet"):
        desk.printing.make(PaperKind.PACK, second.id, id)


def test_the_record_of_a_decision_not_to_share_lists_nothing_as_going(desk):
    concern, team = signed(desk), agency(desk)
    draft = ready(desk, concern, team, Decision.NOT_YET)
    sharing = desk.sharings.decide(draft)

    text = printed_words(
        desk.printing.make(PaperKind.DISCLOSURE_RECORD, concern.id, sharing.id).pdf
    )

    assert "What goes" not in text
    assert "They act on what was seen" not in text
    assert HELD_BACK in text


def test_the_clinical_entry_never_says_referred_when_it_was_decided_not_to(desk):
    concern, team = signed(desk), agency(desk)
    sharing = desk.sharings.decide(ready(desk, concern, team, Decision.DO_NOT_SHARE))

    entry = clinical_entry(concern, sharing, at(22, 12))

    assert "Referral to" not in entry
    assert "Decision recorded" in entry


def test_a_copy_that_the_deputy_prints_names_who_decided(desk, locked):
    sharing = decided(desk, signed(desk), agency(desk))
    desk.close()
    deputy = locked.unlock(locked.users()[1].id, "seven lamps near the weir")
    try:
        for kind in (PaperKind.PACK, PaperKind.DISCLOSURE_RECORD):
            made = deputy.printing.make(kind, sharing.concern_id, sharing.id)
            text = printed_words(made.pdf)
            assert "Asha Rahman, safeguarding lead" in text
            assert "Lee Byrne, deputy" not in text
            assert "by Lee Byrne" in text
    finally:
        deputy.close()


def test_each_page_names_the_guidance_that_was_decided_under(desk):
    sharing = decided(desk, signed(desk), agency(desk))
    context = desk._context
    newer = type(context)(
        context.store, context.user, context.clock,
        replace(context.guidance, version="guidance-from-next-year"),
    )  # fmt: skip

    made = type(desk.printing)(newer).make(PaperKind.PACK, sharing.concern_id, sharing.id)

    assert "guidance-from-next-year" not in printed_words(made.pdf)
    assert sharing.guidance in printed_words(made.pdf)


def test_the_page_in_the_log_says_who_filed_it_and_what_the_team_was_told(desk):
    concern = signed(desk)
    sharing = decided(desk, concern, agency(desk))
    entry = ClinicalEntry(made_by="L. Byrne", made_on=date(2026, 11, 22), made_at=time(11, 5))
    desk.sharings.record_clinical_entry(sharing.id, entry)
    desk.outcomes.add_note(
        TeamNote(id="", concern_id=concern.id, tier=0, people="Reception", text="Ring the lead.",
                 at=at(22, 11), by="Asha Rahman")
    )  # fmt: skip

    told = {(one.what, one.who) for one in desk.concerns.get(concern.id).history}

    assert ("Entry in the clinical record", "L. Byrne") in told
    assert ("Told to the team: Reception", "Asha Rahman") in told


def test_the_register_shows_the_sending_beside_a_later_decision(desk):
    concern = adult(desk)
    team = agency(desk, "Adult Social Care", kind="adult-social-care")
    sent(desk, decided(desk, concern, team), at(20, 15, 32))
    decided(desk, concern, "Mill Road Surgery", Decision.NOT_YET)

    row = desk.log.register()[0]

    assert (row.decision, row.shared_with) == ("Not yet", "Adult Social Care")
    assert row.sent == "Fri 20 Nov 2026, 15:32"


@pytest.mark.parametrize("kind", [PaperKind.PACK, PaperKind.LOG_PAGE, PaperKind.CLINICAL_SLIP])
@pytest.mark.parametrize(
    "name", ["a\x00b\x07", "\u202eevil", "محمد علي", "יעל כהן", "王小明", "x" * 20_000]
)
def test_any_name_and_any_sign_can_be_printed(desk, kind, name):
    draft = desk.concerns.begin()
    draft.person = replace(draft.person, name=name)
    desk.concerns.save_draft(draft, "person", Caret())
    concern = desk.concerns.get(ConcernId(draft.id)).concern
    sharing = ready(desk, signed(desk), agency(desk))
    sharing.concern_id = concern.id

    assert desk.printing.preview(sharing, kind).startswith(b"%PDF")


def test_summer_time_stands_on_papers_as_clocks_showed_it(desk, clock):
    clock.at = at(22, 12).replace(month=7)
    came = Presentation(left_with="Father", left_at=time(10, 40))
    concern, team = signed(desk, presentation=came, facts=[]), agency(desk, checked_on=None)
    draft = ready(desk, concern, team)
    rang(
        desk, concern, team, clock.at.replace(hour=9, minute=5), clock.at.replace(hour=9, minute=19)
    )

    text = words_of(desk, concern, draft)

    assert "10:05" in text
    assert "Father, 10:40" in text


def test_the_pack_names_an_incident_number_that_was_chosen_with_its_date(desk):
    concern, team = signed(desk), agency(desk)
    before = decided(desk, concern, team)
    desk.police.record(
        PoliceDraft(
            id=PoliceContactId("told"), concern_id=concern.id, reason=PoliceReason.CRIME,
            way=PoliceWay.NON_EMERGENCY, force="Weir County Police", told="What was seen.",
            day=date(2026, 11, 22), started=time(10), number_given=YesNo.YES,
            incident_number="Log 0123", incident_on=date(2026, 11, 22), by="Asha Rahman",
        )
    )  # fmt: skip

    earlier = desk.printing.make(PaperKind.PACK, concern.id, before.id)
    (past,) = desk.police.of(concern.id)
    assert "Log 0123" not in printed_words(earlier.pdf)
    assert any("pack" in point for point in past.open_points)

    after = decided(desk, desk.sharings.complete(concern), team)
    made = desk.printing.make(PaperKind.PACK, concern.id, after.id)

    words = printed_words(made.pdf)
    assert "Weir County Police: incident number Log 0123 of 22 Nov 2026." in words
    (past,) = desk.police.of(concern.id)
    assert not any("pack" in point for point in past.open_points)
