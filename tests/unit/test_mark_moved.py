"""A signed mark that is moved: drawn map, place in words and fixed points never part."""

import random

import pytest
from msgspec.structs import replace

from sgdesk.documents.map_sections import body_map_section
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.fact_changes import fact_change
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.maps import figure_name, is_on_body, place_at, place_named, side_of_mark
from sgdesk.ids import ConcernId, FactId
from sgdesk.library.maps import maps_by_id
from ui.concerns.mark_place import PLACE, POINT, SEEN_FROM, PlaceHolder, place_options

MAPS = maps_by_id()
CHEEK = Injury(
    id=FactId("m"), view="child-head-front", x=262, y=268, place="left-cheek",
    place_words="left cheek", mark="bruise", landmark_1="from the left corner of the mouth",
    distance_1_mm=22,
)  # fmt: skip


def signed():
    view = MAPS[CHEEK.view]
    place = place_at(view, CHEEK.x, CHEEK.y)
    return replace(CHEEK, place=place.id, place_words=place.name)


def holder_of(mark):
    draft = AmendmentDraft(id="d", concern_id=ConcernId("c"), fact=mark)
    return draft, PlaceHolder(draft, MAPS)


def agrees(mark):
    view = MAPS[mark.view]
    place = place_at(view, mark.x, mark.y)
    other = {"left": "right", "right": "left"}.get(side_of_mark(view, place, mark.x), "-")
    said = mark.place_words.split()
    return (mark.place, mark.place_words) == (place.id, place.name) and other not in said


def test_a_thousand_moves_over_every_view_agree_in_words_and_on_paper():
    chance = random.Random(20261123)
    draft, holder = holder_of(signed())
    views = [view for view in MAPS.values() if figure_name(view.id) == "child"]
    seen = set()
    while len(seen) < 1000:
        view = chance.choice(views)
        x, y = round(chance.uniform(0, view.width), 1), round(chance.uniform(0, view.height), 1)
        if not is_on_body(view, x, y):
            continue
        holder.put(SEEN_FROM, view.id)
        holder.put(POINT, (view.id, (x, y), None))
        mark = draft.fact
        seen.add((view.id, x, y))

        assert (mark.view, mark.x, mark.y) == (view.id, x, y)
        assert agrees(mark)
        assert holder.get(PLACE) == f"{mark.view} {mark.place}"
        table = body_map_section((mark,), MAPS).blocks[-1].rows[0]
        assert table[1].casefold() == mark.place_words.casefold()


@pytest.mark.parametrize("figure", ["baby", "child", "adult"])
def test_every_place_that_is_offered_by_name_is_where_the_mark_then_lies(figure):
    mark = replace(signed(), view=f"{figure}-front", place="", place_words="")
    for key, _words in place_options(mark, MAPS):
        draft, holder = holder_of(mark)
        holder.put(PLACE, key)

        assert agrees(draft.fact)
        view_id, _space, place_id = key.partition(" ")
        wanted = place_named(MAPS[view_id], place_id)
        assert (draft.fact.view, draft.fact.place) == (view_id, wanted.id)
        assert holder.get(SEEN_FROM) == view_id


def test_fixed_points_go_with_the_mark_to_the_other_side_and_back():
    first = signed()
    draft, holder = holder_of(first)
    view = MAPS[first.view]

    holder.put(POINT, (view.id, (view.width - first.x, first.y), None))
    moved = draft.fact
    holder.put(POINT, (view.id, (first.x, first.y), None))

    assert moved.place_words == first.place_words.replace("left", "right")
    assert moved.landmark_1 == "from the right corner of the mouth"
    assert draft.fact == first


def test_turning_the_figure_moves_nothing():
    draft, holder = holder_of(signed())

    holder.put(SEEN_FROM, "child-back")

    assert draft.fact == signed()
    assert holder.get(POINT) == ("child-back", None, None)


def test_both_versions_of_a_mark_moved_within_its_place_are_told_apart():
    first = signed()
    draft, holder = holder_of(first)
    holder.put(POINT, (first.view, (first.x + 3, first.y), None))
    assert draft.fact.place == first.place

    change = fact_change(first, draft.fact)

    assert change.before != change.after
    assert "262" in change.before
    assert "265" in change.after
