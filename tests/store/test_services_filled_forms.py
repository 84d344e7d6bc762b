"""A filled form that is kept with a concern: its answers are looked at and go out, or it is
refused before it is kept."""

import pytest
from hostile_forms import HIDDEN, REFUSED, SEEN, SHOWN, UNSEEN
from printed_words import printed_words
from sharing_support import signed

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.errors import UserError


@pytest.fixture
def concern(desk):
    desk.attachments.decide_rule(RuleDraft(allowed=True, policy="Files 3", because="Forms come"))
    return signed(desk)


def draft(concern):
    return AttachmentDraft(
        concern_id=concern.id, kind=AttachmentKind.LETTER, title="Form of the school",
        source="The school, by post", reason="It is signed",
    )  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["an answer to be drawn anew", "an answer without a drawing", "an answer with its drawing"],
)
def test_the_answers_of_a_kept_form_are_looked_at_and_the_form_stays_as_it_came(
    desk, concern, name
):
    content = SHOWN[name][0]

    kept = desk.attachments.add(draft(concern), content)

    assert printed_words(desk.attachments.pages(kept.id)).count(SEEN) == 1
    assert desk.attachments.original(kept.id) == content


def test_a_form_whose_answers_are_not_sure_is_refused_before_it_is_kept(desk, concern):
    for content in REFUSED.values():
        with pytest.raises(UserError, match="Nothing was kept"):
            desk.attachments.add(draft(concern), content)

    assert desk.attachments.of_concern(concern.id) == ()


def test_an_answer_that_is_not_seen_is_told_and_kept_with_what_was_found(desk, concern):
    desk.attachments.add(draft(concern), UNSEEN["hidden"])

    (kept,) = desk.attachments.of_concern(concern.id)
    assert f"answer: {HIDDEN}" in [one.value for one in kept.file.found]
