"""When an entry was written down: when its words were last written, never before they were."""

from copy import deepcopy
from datetime import time

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import FRIDAY, agency, at, decided, typed

from sgdesk.domain.facts.delay import written_after
from sgdesk.domain.facts.kinds import Injury, Saying
from sgdesk.domain.facts.times import both_dates
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.maps import place_at
from sgdesk.domain.paper import PaperKind
from sgdesk.ids import FactId
from sgdesk.services.concerns import Concerns

CARD = Saying(id=FactId("said"), noticed_on=FRIDAY, noticed_at=time(9, 46))
WORDS = {"speaker": "Mia", "words": "He hit me with the belt."}


def save(desk, draft):
    # As the window does: a copy is saved, and the draft itself knows nothing of it.
    desk.concerns.save_draft(deepcopy(draft), "said", Caret())


def found(concern, fact_id=CARD.id):
    return next(fact for fact in concern.facts if fact.id == fact_id)


@pytest.fixture
def draft(desk, clock):
    """A draft of Friday with an empty card, saved; it is Monday afternoon since."""
    clock.at = at(20, 9, 50)
    draft = typed(desk)
    draft.facts = [*draft.facts, replace(CARD, recorded_at=clock.now())]
    save(desk, draft)
    clock.at = at(23, 16, 5)
    return draft


def test_words_of_monday_in_a_card_of_friday_are_of_monday(desk, draft, clock):
    draft.facts[-1] = replace(draft.facts[-1], **WORDS)
    save(desk, draft)
    clock.at = at(23, 16, 30)

    saying = found(desk.concerns.sign(draft))

    assert saying.recorded_at == at(23, 16, 5)
    assert both_dates(saying) == "Seen or heard 20 Nov 2026; written down Mon 23 Nov 2026, 16:05"
    assert written_after(saying).startswith("Written down 78 hours")


def test_words_that_are_typed_and_signed_at_once_are_of_the_signature(desk, draft):
    draft.facts[-1] = replace(draft.facts[-1], **WORDS)

    assert found(desk.concerns.sign(draft)).recorded_at == at(23, 16, 5)


def test_what_nobody_changed_stays_written_down_when_it_was(desk, draft):
    draft.facts[-1] = replace(draft.facts[-1], **WORDS)
    save(desk, draft)

    concern = desk.concerns.sign(draft)

    assert {fact.recorded_at for fact in concern.facts if fact.id != CARD.id} == {at(20, 9, 50)}


def test_a_pack_says_that_words_were_written_down_on_a_later_day(desk, draft):
    draft.facts[-1] = replace(draft.facts[-1], **WORDS)
    concern = desk.concerns.sign(draft)
    decided(desk, concern, agency(desk))

    text = printed_words(desk.printing.make(PaperKind.PACK, concern.id).pdf)

    assert "Heard, 20 Nov 2026 09:46, written down Mon 23 Nov 2026, 16:05" in text
    assert text.count("written down") == 1


@pytest.mark.parametrize("is_another_desk", [True, False])
def test_a_draft_that_is_opened_and_saved_as_it_was_moves_nothing(
    desk, draft, clock, is_another_desk
):
    concerns = Concerns(desk._context) if is_another_desk else desk.concerns
    opened = concerns.open_draft(draft.id)
    concerns.save_draft(opened.draft, opened.step, opened.caret)
    clock.at = at(24, 9)

    again = concerns.open_draft(draft.id).draft

    assert {fact.recorded_at for fact in again.facts} == {at(20, 9, 50)}


def test_another_desk_sees_what_was_changed_since_the_last_save(desk, draft):
    concerns = Concerns(desk._context)
    opened = concerns.open_draft(draft.id)
    opened.draft.facts[-1] = replace(opened.draft.facts[-1], **WORDS)

    concerns.save_draft(opened.draft, opened.step, opened.caret)

    assert found(concerns.open_draft(draft.id).draft).recorded_at == at(23, 16, 5)


def test_a_tie_to_a_mark_makes_no_words_younger(desk, draft):
    mark = next(fact for fact in draft.facts if isinstance(fact, Injury))
    draft.facts[1] = replace(draft.facts[1], explains_marks=(mark.id,))
    save(desk, draft)

    saying = found(desk.concerns.open_draft(draft.id).draft, draft.facts[1].id)

    assert (saying.recorded_at, saying.explains_marks) == (at(20, 9, 50), (mark.id,))


def test_what_is_said_to_be_older_than_its_first_save_is_not(desk, draft):
    late = replace(CARD, id=FactId("late"), recorded_at=at(20, 9, 50), **WORDS)
    draft.facts = [*draft.facts, late]
    save(desk, draft)

    again = desk.concerns.open_draft(draft.id).draft

    assert found(again, late.id).recorded_at == at(23, 16, 5)


def test_a_mark_is_signed_at_the_place_where_it_is_drawn(desk):
    draft = typed(desk)
    draft.facts[0] = replace(
        draft.facts[0], view="child-head-front", x=262, y=268,
        place="right-cheek", place_words="right cheek",
    )  # fmt: skip
    save(desk, draft)

    mark = desk.concerns.sign(draft).facts[0]

    there = place_at(desk.maps[mark.view], mark.x, mark.y)
    assert (mark.place, mark.place_words) == (there.id, there.name) == ("left-cheek", "left cheek")
    save(desk, draft)  # one that comes late says that it was signed like this
