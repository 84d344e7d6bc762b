"""Text for a portal's boxes: nothing is cut or moved, and every part fits with its number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.agency_lines import PortalBox
from sgdesk.domain.portal_boxes import laid_out
from sgdesk.domain.portal_text import LEAST_LIMIT, USUAL_LIMIT, counted, numbered, split

TEXTS = some.text(
    some.sampled_from("abc déñ.!?\n …”)،。🙂\u0301") | some.characters(exclude_categories=("Cs",)),
    max_size=400,
)
OURS = (
    "Reason for the referral", "The person", "Family and household", "What was seen",
    "What was said", "Chronology", "Background", "Needs and risks", "Professional opinion",
    "Consent", "Lawful basis", "Conditions",
)  # fmt: skip
LIMITS = some.integers(LEAST_LIMIT, 120)


@given(TEXTS, LIMITS)
def test_the_parts_without_their_numbers_joined_are_the_text(text, limit):
    parts = split(text, limit)

    assert "".join(parts) == text
    stripped = [
        re.sub(rf"^\({at} of {len(parts)}\) ", "", part) if len(parts) > 1 else part
        for at, part in enumerate(numbered(parts), 1)
    ]
    assert "".join(stripped) == text


@given(TEXTS, LIMITS)
def test_every_part_fits_with_its_number(text, limit):
    assert all(counted(part) <= limit for part in numbered(split(text, limit)))


@given(some.lists(some.tuples(some.text(max_size=20), TEXTS), max_size=8), LIMITS)
def test_every_block_is_laid_out_whole_whatever_the_boxes_are(blocks, limit):
    boxes = [PortalBox("Reasons for referral", limit), PortalBox("Consent", limit)]
    parts = laid_out(blocks, boxes)

    assert sorted("".join(split(text, USUAL_LIMIT)) for _title, text in blocks if text) == sorted(
        filter(None, _joined(parts))
    )


def test_a_text_is_cut_after_a_sentence():
    text = "She was not brought. He rang. Nobody answered the letter of the fifth."

    assert split(text, 40) == (
        "She was not brought. He rang. ", "Nobody answered the letter of ", "the fifth.",
    )  # fmt: skip


def test_a_text_without_a_space_is_cut_where_the_limit_is():
    parts = split("x" * 50, 20)

    assert [len(part) for part in parts] == [11, 11, 11, 11, 6]


def test_a_short_text_has_no_number():
    assert numbered(split("Short.", 2_000)) == ("Short.",)
    assert split("", 2_000) == ()


def test_portals_count_a_line_break_as_two_and_a_picture_as_two():
    assert counted("a\nb") == 4
    assert counted("🙂") == 2


def test_the_boxes_of_a_portal_give_order_and_limits():
    blocks = [("Consent", "Not sought."), ("Chronology", "A date."), ("What was seen", "A mark.")]
    boxes = [PortalBox("Chronology of events", 500), PortalBox("Consent", 300)]

    parts = laid_out(blocks, boxes)

    assert [(one.title, one.limit, one.box) for one in parts] == [
        ("Chronology", 500, "Chronology of events"),
        ("Consent", 300, "Consent"),
        ("What was seen", USUAL_LIMIT, ""),
    ]


@pytest.mark.parametrize(
    ("box", "block"),
    [
        ("Child’s details", "The person"), ("Details of child", "The person"),
        ("What the child said", "What was said"), ("What did the child say", "What was said"),
        ("Child's views and wishes", "What was said"),
        ("Details of the concern", "What was seen"), ("Injuries", "What was seen"),
        ("Parents and carers", "Family and household"), ("Previous history", "Chronology"),
        ("Immediate risks", "Needs and risks"), ("Your analysis", "Professional opinion"),
        ("Is the family aware of this referral?", "Consent"), ("Legal basis", "Lawful basis"),
        ("Why are you referring?", "Reason for the referral"),
        ("Family background", "Family and household"), ("Confidentiality", "Conditions"),
    ],
)  # fmt: skip
def test_what_belongs_into_a_box_is_found_by_what_portals_call_it(box, block):
    parts = laid_out([(title, f"{title}.") for title in OURS], [PortalBox(box, 500)])

    assert (parts[0].box, parts[0].title, parts[0].limit) == (box, block, 500)
    assert len(parts) == len(OURS)


def test_a_box_to_which_nothing_of_ours_belongs_keeps_its_place():
    boxes = [PortalBox("Ethnicity code", 20), PortalBox("Consent", 300)]

    parts = laid_out([("Consent", "Not sought.")], boxes)

    assert [(one.box, one.text) for one in parts] == [
        ("Ethnicity code", ""), ("Consent", "Not sought."),
    ]  # fmt: skip


def _joined(parts):
    """Join the parts of each block again, without their numbers."""
    texts, current = [], ""
    for part in parts:
        number = f"({part.at} of {part.count}) "
        current += part.text.removeprefix(number) if part.count > 1 else part.text
        if part.at == part.count:
            texts.append(current)
            current = ""
    return texts
