"""Drafts: late and double saves, what a paste can bring, and what a refusal leaves behind."""

from copy import deepcopy
from datetime import date

import pytest
from msgspec.structs import replace
from sharing_support import agency, at, decided, ready, sent, signed, typed

from sgdesk.domain.call import Call, CallDraft
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.decision import (
    Basis,
    Choice,
    ClinicalEntry,
    Conditions,
    Decision,
    Recipient,
)
from sgdesk.domain.sharing.subjects import subjects_of
from sgdesk.domain.stage import Stage
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId

HALF = "before \ud83d after"
WHOLE = "before � after"


def test_a_save_that_comes_after_the_signature_brings_no_draft_back(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "check", Caret())
    late = deepcopy(draft)
    desk.concerns.sign(draft)

    saved = desk.concerns.save_draft(late, "check", Caret())

    assert saved.reference == "SG-2026-0001"
    assert desk.today.view().drafts == ()
    assert desk.concerns.get(draft.id).concern.signed_at is not None


def test_what_was_typed_after_the_signature_is_never_called_saved(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "check", Caret())
    desk.concerns.sign(draft)
    draft.person = replace(draft.person, school="Weir Street Primary")

    with pytest.raises(SituationError, match="signed already"):
        desk.concerns.save_draft(draft, "person", Caret())
    assert desk.today.view().drafts == ()


def test_another_desk_that_opens_later_does_not_bring_a_signed_draft_back(locked, desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "check", Caret())
    late = deepcopy(draft)
    desk.concerns.sign(draft)
    late.urgency = replace(late.urgency, summary="Something else")
    again = type(desk.concerns)(desk._context)

    with pytest.raises(SituationError, match="signed already"):
        again.save_draft(late, "check", Caret())


def test_the_same_draft_saved_twice_is_one_concern(desk):
    draft = typed(desk)
    copies = deepcopy(draft), deepcopy(draft)

    references = {desk.concerns.save_draft(one, "said", Caret()).reference for one in copies}

    assert references == {"SG-2026-0001"}
    assert len(desk.concerns.newest()) == 1


def test_a_draft_that_was_never_saved_can_be_signed(desk):
    concern = desk.concerns.sign(typed(desk))

    assert concern.reference == "SG-2026-0001"
    assert desk.concerns.get(concern.id).concern == concern


def test_a_copy_that_does_not_know_its_reference_is_signed_under_it(desk):
    draft = typed(desk)
    copy = deepcopy(draft)
    desk.concerns.save_draft(draft, "check", Caret())

    assert desk.concerns.sign(copy).reference == "SG-2026-0001"


def test_a_name_changed_at_the_end_stands_in_the_list(desk):
    draft = typed(desk, person={"name": "Mia"})
    desk.concerns.save_draft(draft, "person", Caret())
    for name in ("Mia Th", "Mia Thornton"):
        draft.person = replace(draft.person, name=name)
        desk.concerns.save_draft(draft, "person", Caret())

    assert desk.concerns.newest()[0].line.person_name == "Mia Thornton"


def test_half_a_character_from_a_paste_loses_nothing(desk):
    draft = typed(desk, person={"name": HALF})
    draft.facts = [Saying(id=FactId("s"), speaker="Mia", words=HALF)]
    draft.relations = [Relation(id="r", name=HALF, access="\udc00")]
    desk.concerns.save_draft(draft, "said", Caret())

    found = desk.concerns.open_draft(draft.id).draft
    assert (found.person.name, found.facts[0].words) == (WHOLE, WHOLE)
    assert found.relations[0].access == "�"
    concern = desk.concerns.sign(draft)
    assert concern.person.name == WHOLE
    assert desk.concerns.find(HALF)[0].line.id == concern.id


def test_two_halves_that_belong_together_stay_one_character(desk):
    draft = typed(desk, person={"name": "Mia \ud83d\ude00 Thornton"})

    desk.concerns.save_draft(draft, "person", Caret())

    assert desk.concerns.open_draft(draft.id).draft.person.name == "Mia \U0001f600 Thornton"


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x07\x1b[31mb", "\u202egnp.exe", "line\u2028other", "x" * 100_000]
)
def test_whatever_is_typed_comes_back_as_it_was(desk, text):
    draft = typed(desk, person={"name": f"Mia {text}"})
    draft.facts = [Saying(id=FactId("s"), speaker=text, words=text)]

    desk.concerns.save_draft(draft, "said", Caret())

    assert desk.concerns.open_draft(draft.id).draft == draft


def test_half_a_character_is_no_obstacle_anywhere_else(desk):
    concern, team = signed(desk), agency(desk, note=HALF)
    draft = ready(desk, concern, team)
    draft.purpose = replace(draft.purpose, so_that=f"decide whether a strategy is needed {HALF}")
    desk.sharings.save_draft(draft, "purpose", Caret())
    sharing = desk.sharings.decide(draft)
    desk.sharings.record_clinical_entry(sharing.id, ClinicalEntry(not_made_because=HALF))
    due = desk.dues.open(concern.id)[0].due
    desk.dues.close(due.id, HALF)

    assert desk.agencies.list()[0].note == WHOLE
    assert WHOLE in sharing.purpose.so_that


# ----------------------------------------------------------------------------- decisions


def test_a_save_that_comes_after_the_decision_does_not_undo_it(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    desk.sharings.save_draft(draft, "preview", Caret())
    late = deepcopy(draft)
    desk.sharings.decide(draft)

    desk.sharings.save_draft(late, "preview", Caret())

    found = desk.sharings.open_draft(draft.id)
    assert found.draft.decided
    assert found.step == "send"


def test_what_was_decided_cannot_be_changed_through_its_draft(desk):
    sharing = decided(desk, signed(desk), agency(desk))
    draft = desk.sharings.open_draft(sharing.id).draft
    draft.recipient = Recipient(organisation="Somebody else")
    draft.clinical = ClinicalEntry(made_by="A. Rahman")

    desk.sharings.save_draft(draft, "clinical", Caret())

    found = desk.sharings.open_draft(sharing.id).draft
    assert found.recipient == sharing.recipient
    assert found.clinical.made_by == "A. Rahman"


def test_a_save_that_comes_after_the_end_brings_no_draft_back(desk):
    sharing = decided(desk, signed(desk), agency(desk))
    draft = desk.sharings.open_draft(sharing.id).draft
    desk.sharings.finish(sharing.id)

    desk.sharings.save_draft(draft, "follow", Caret())
    assert desk.today.view().drafts == ()

    draft.clinical = ClinicalEntry(made_by="A. Rahman")
    with pytest.raises(SituationError, match="finished already"):
        desk.sharings.save_draft(draft, "clinical", Caret())


def test_a_draft_cannot_say_that_it_is_decided(desk):
    draft = ready(desk, signed(desk), agency(desk))
    draft.decided = True

    desk.sharings.save_draft(draft, "purpose", Caret())

    assert not desk.sharings.open_draft(draft.id).draft.decided


def test_a_decision_is_recorded_once(desk):
    draft = ready(desk, signed(desk), agency(desk))
    desk.sharings.decide(draft)

    with pytest.raises(SituationError, match="recorded already"):
        desk.sharings.decide(draft)


def test_a_refused_decision_leaves_the_draft_and_the_stage(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    draft.purpose = replace(draft.purpose, so_that="safeguarding")
    desk.sharings.save_draft(draft, "purpose", Caret("purpose.so_that", 4))

    with pytest.raises(UserError):
        desk.sharings.decide(draft)

    assert desk.sharings.open_draft(draft.id).draft == draft
    assert desk.concerns.get(concern.id).sharings == ()


def test_a_draft_of_a_concern_that_is_not_here_is_refused_in_words(desk):
    draft = ready(desk, signed(desk), agency(desk))
    draft.concern_id = "none"

    with pytest.raises(SituationError, match="no such concern"):
        desk.sharings.save_draft(draft, "purpose", Caret())


# ------------------------------------------------------------------- gaps in a decision


def refused(desk, draft):
    with pytest.raises(UserError) as found:
        desk.sharings.decide(draft)
    return found.value.field


def test_saying_that_it_is_decided_already_does_not_skip_the_rules(desk):
    draft = ready(desk, signed(desk), agency(desk))
    draft.purpose = replace(draft.purpose, so_that="")
    draft.decided = True

    assert refused(desk, draft) == "purpose.so_that"


def test_a_fact_that_was_proposed_for_another_kind_of_recipient_needs_a_reason(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    said = concern.facts[1].id
    draft.recipient = replace(
        draft.recipient, agency_id=None, kind="dentist", organisation="Another practice"
    )

    assert refused(desk, draft).endswith(".reason")
    draft.choices = desk.sharings.proposals(concern, "dentist") | {
        said: Choice(goes=True, proposed=False, reason="He asked for it in writing")
    }
    assert desk.sharings.decide(draft).decision is Decision.SHARE_IN_PART


def test_a_choice_without_any_reason_is_a_gap(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    draft.choices = draft.choices | {concern.facts[0].id: Choice(goes=True)}

    assert refused(desk, draft) == f"{concern.facts[0].id}.reason"


def test_a_choice_about_a_fact_that_is_not_in_the_record_is_not_enough(desk):
    concern = signed(desk)
    draft = ready(desk, concern, agency(desk))
    stays = Choice(goes=False, proposed=False, proposed_because="Not needed.")
    draft.choices = dict.fromkeys((fact.id for fact in concern.facts), stays)
    draft.choices[FactId("gone")] = Choice(goes=True, proposed_because="They act on it.")

    assert refused(desk, draft) == "choices"


def test_everybody_whose_data_goes_has_a_basis(desk):
    relations = [Relation(id="f", name="Karl Thornton", relationship="father", alleged_source=True)]
    concern = signed(desk, relations=relations)
    draft = ready(desk, concern, agency(desk))
    draft.basis = replace(draft.basis, subjects=draft.basis.subjects[:1])

    assert len(subjects_of(concern)) == 2
    assert refused(desk, draft) == "basis"


def test_a_decision_about_an_unsigned_record_is_refused(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "check", Caret())
    concern = desk.concerns.get(draft.id).concern
    sharing = replace_concern(ready(desk, signed(desk), agency(desk)), concern)

    with pytest.raises(UserError, match="Sign the record first"):
        desk.sharings.decide(sharing)


def replace_concern(sharing, concern):
    sharing.concern_id = concern.id
    sharing.basis = Basis(subjects=sharing.basis.subjects)
    return sharing


@pytest.mark.parametrize("field", ["gateway_factors", "duty_because"])
def test_a_hundred_thousand_characters_are_no_decision(desk, field):
    draft = ready(desk, signed(desk), agency(desk))
    draft.basis = replace(draft.basis, **{field: "x" * 100_000})
    if field == "duty_because":
        draft.basis = replace(draft.basis, duty_to_share="yes")

    assert refused(desk, draft) == f"basis.{field}"


def test_a_protected_address_in_a_fact_is_a_hard_stop(desk):
    person = {"address": "12 Weir Street, Northtown", "postcode": "ZZ99 2QA"}
    facts = [Saying(id=FactId("s"), speaker="Mia", words="We moved to 12 weir  street.")]
    concern = signed(desk, person=person | {"address_protected": True}, facts=facts)
    draft = ready(desk, concern, agency(desk))
    draft.conditions = Conditions(use="For the team.", not_to_disclose="The address, to Mr A.")
    assert not draft.choices[FactId("s")].goes

    chosen = replace(draft.choices[FactId("s")], goes=True, reason="They asked for it.")
    draft.choices = draft.choices | {FactId("s"): chosen}

    assert refused(desk, draft) == "s.reason"


def test_deciding_again_about_what_was_shared_keeps_it_shared(desk):
    concern = signed(desk)
    sharing = decided(desk, concern, "Mill Road Surgery")
    sent(desk, sharing, at(22, 11))

    decided(desk, concern, "Mill Road Surgery", Decision.NOT_YET)

    assert desk.concerns.get(concern.id).concern.stage is Stage.SHARED


@pytest.mark.parametrize("day", [date(2025, 12, 1)])
def test_the_count_starts_on_a_day_that_can_be_read(desk, day):
    draft = typed(desk)
    draft.presentation = replace(draft.presentation, count_from_typed="last winter")

    found = desk.concerns.flow().problems(draft, "chronology")
    assert [problem.field for problem in found] == ["presentation.count_from"]
    draft.presentation = replace(draft.presentation, count_from=day)
    assert desk.concerns.flow().problems(draft, "chronology") == []


def test_a_call_about_no_concern_is_a_draft_until_it_is_recorded(desk):
    typed_call = CallDraft(id="a-call", spoke_to="R. Okafor", day=date(2026, 7, 22))
    desk.calls.save_draft(typed_call, Caret("spoke_to", 4))

    (line,) = desk.today.view().drafts
    opened = desk.calls.open_draft(line.id)
    assert (line.flow, line.concern_id, line.reference) == ("call", None, "")
    assert (opened.draft, opened.caret) == (typed_call, Caret("spoke_to", 4))

    desk.calls.record(Call(id="a-call", spoke_to="R. Okafor"))
    desk.calls.save_draft(typed_call, Caret())
    assert desk.today.view().drafts == ()
    with pytest.raises(SituationError, match="no longer a draft"):
        desk.calls.open_draft(line.id)


def test_a_draft_of_a_call_stands_on_no_other_concern_s_page(desk):
    concern = signed(desk)
    desk.calls.save_draft(CallDraft(id="a-call"), Caret())
    desk.calls.save_draft(CallDraft(id="about-it", concern_id=concern.id), Caret())

    assert [one.id for one in desk.concerns.get(concern.id).drafts] == ["about-it"]
