"""The map in words, on the screen and on paper say the same of every mark, on both sides."""

import random

import pytest
from documents_samples import MAPS

from sgdesk.documents.body_map import body_map
from sgdesk.documents.lines import Setter
from sgdesk.documents.map_sections import body_map_section
from sgdesk.documents.strips import Disc, Words
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.marks import placed
from sgdesk.domain.maps import Facing, Side, is_on_body, place_at
from sgdesk.ids import ConcernId, FactId
from ui.record.marks import map_text

# Written out here once more, so that the program's own tables are not asked about themselves.
VIEWERS_RIGHT = {
    Facing.FRONT: "left",
    Facing.BACK: "right",
    Facing.HEAD_FRONT: "left",
    Facing.HEAD_BACK: "right",
    Facing.HEAD_TOP: "left",
    Facing.HEAD_UNDER: "left",
    Facing.EARS: "right",
    Facing.HANDS_PALM: "left",
    Facing.HANDS_BACK: "left",
    Facing.FEET_TOP: "left",
    Facing.FEET_SOLE: "left",
    Facing.MOUTH: "left",
}
ONE_SIDE = {
    Facing.LEFT: "left",
    Facing.HEAD_LEFT: "left",
    Facing.RIGHT: "right",
    Facing.HEAD_RIGHT: "right",
}
OTHER = {"left": "right", "right": "left"}


def random_marks(count):
    chance = random.Random(20261120)
    views = list(MAPS.values())
    while count:
        view = chance.choice(views)
        x, y = chance.uniform(0, view.width), chance.uniform(0, view.height)
        if is_on_body(view, x, y):
            count -= 1
            yield placed(Injury(id=FactId(f"m{count}"), mark="bruise"), view, x, y)


def drawn_side(mark):
    """Return on which of the person's sides the mark is drawn; "middle" on the middle line."""
    view = MAPS[mark.view]
    if view.facing in ONE_SIDE:
        return ONE_SIDE[view.facing]
    at_right = VIEWERS_RIGHT[view.facing]
    if mark.x == view.width / 2:
        return "middle"
    return at_right if mark.x > view.width / 2 else OTHER[at_right]


MARKS = list(random_marks(1000))


def test_the_random_marks_are_on_both_sides_of_every_view():
    found = {(mark.view, drawn_side(mark)) for mark in MARKS}

    assert {view for view, _side in found} == set(MAPS)
    assert {side for _view, side in found} >= {"left", "right"}


@pytest.mark.parametrize("start", range(0, 1000, 100))
def test_the_text_says_of_each_mark_the_side_on_which_it_is_drawn(start):
    for mark in MARKS[start : start + 100]:
        text = map_text(ConcernDraft(id=ConcernId("c"), facts=[mark]), MAPS)
        where = text[text.index("(") + 1 : text.index(")")]

        near_middle = abs(mark.x - MAPS[mark.view].width / 2) <= 4
        assert where.endswith(f"person's {drawn_side(mark)}") or (
            near_middle and where.endswith("middle")
        )
        assert text.startswith(f"1. {mark.place_words[:1].upper()}{mark.place_words[1:]} (")
        assert OTHER.get(drawn_side(mark), "-") not in mark.place_words.split()


def test_the_place_is_that_of_the_point_that_is_kept():
    for mark in MARKS:
        place = place_at(MAPS[mark.view], mark.x, mark.y)
        assert (place.id, place.name) == (mark.place, mark.place_words)


def test_the_paper_draws_each_mark_on_the_side_that_its_table_names():
    setter = Setter()
    for mark in MARKS[:300]:
        blocks = body_map_section((mark,), MAPS).blocks
        table_side = blocks[-1].rows[0][2].rpartition(", ")[2]
        (figures,) = [block for block in blocks[:-1] if mark.view in {v.id for v in block.views}]
        (strip,) = body_map(figures, setter)
        dot = next(one for one in strip.marks if isinstance(one, Disc))
        sides = [one for one in strip.marks if isinstance(one, Words) and one.line in SIDES]
        if table_side in ("middle", "person's left", "person's right") and len(sides) >= 2:
            nearest = min(sides, key=lambda words: abs(_centre(words, setter) - dot.x))
            assert table_side in ("middle", nearest.line.lower())


SIDES = ("Person's left", "Person's right")


def _centre(words, setter):
    return words.x + setter.width(words.line, words.style.face) * words.style.size / 2


def test_a_mark_on_the_middle_line_is_said_to_be_in_the_middle():
    view = MAPS["child-head-front"]
    mark = placed(Injury(id=FactId("m")), view, 200, 360)

    assert place_at(view, 200, 360).side is Side.MIDDLE
    assert "(head, front, middle)" in map_text(ConcernDraft(id=ConcernId("c"), facts=[mark]), MAPS)
