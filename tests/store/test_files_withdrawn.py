"""A file whose note was wrong: set aside with a reason, added again, and named to whom it went."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from printed_words import printed_words
from sharing_support import agency, ready, sent, signed

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.paper import PaperKind
from sgdesk.errors import UserError


def photo():
    out = BytesIO()
    Image.new("RGB", (20, 10), (10, 200, 30)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def concern(desk, clock):
    desk.attachments.decide_rule(RuleDraft(allowed=True, policy="Photos 3", because="They fade"))
    found = signed(desk)
    clock.at += timedelta(hours=1)
    return found


def keep(desk, concern, title):
    draft = AttachmentDraft(
        concern_id=concern.id, kind=AttachmentKind.PHOTO, title=title, source="Asha Rahman",
        reason="The pattern", agreed="Her mother",
    )  # fmt: skip
    return desk.attachments.add(draft, photo())


def test_the_same_file_comes_again_with_the_right_note_once_the_wrong_one_is_aside(desk, concern):
    wrong = keep(desk, concern, "Right cheek")
    with pytest.raises(UserError, match="with this concern already"):
        keep(desk, concern, "Left cheek")

    desk.attachments.set_aside(wrong.id, "It shows the left cheek.")
    keep(desk, concern, "Left cheek")

    kept = desk.attachments.of_concern(concern.id)
    assert [(one.title, one.set_aside_because) for one in kept] == [
        ("Right cheek", "It shows the left cheek."),
        ("Left cheek", ""),
    ]
    with pytest.raises(UserError, match="with this concern already"):
        keep(desk, concern, "Left cheek again")


def test_who_was_sent_a_file_that_was_set_aside_is_told_in_the_next_copy(desk, concern, clock):
    file = keep(desk, concern, "Right cheek")
    draft = ready(desk, concern, agency(desk))
    draft.files = {file.id: "The pattern"}
    sharing = desk.sharings.decide(draft)
    unsent = desk.printing.make(PaperKind.PACK, concern.id)
    clock.at += timedelta(hours=1)
    sent(desk, sharing, clock.at)
    clock.at += timedelta(hours=1)
    desk.attachments.set_aside(file.id, "It shows another child.")

    again = printed_words(desk.printing.make(PaperKind.PACK, concern.id).pdf)

    assert "Withdrawn since we told you" not in printed_words(unsent.pdf)
    assert "Right cheek, withdrawn on 22 Nov 2026" in again
    assert "another child" not in again
