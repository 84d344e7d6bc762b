"""Every place that guidance names (FORMS B1, B2 and B6) is on the maps of each figure."""

import pytest

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.marks import placed
from sgdesk.domain.maps import Facing, Side, figure_name, is_on_body, is_one_sided, place_at
from sgdesk.ids import FactId
from sgdesk.library.maps import map_views

FIGURES = ("baby", "child", "adult")
# Both sides of each; written out here once more, so that the list itself is not asked.
ON_BOTH_SIDES = (
    "{} side of the chest", "{} upper abdomen", "{} lower abdomen", "{} middle of the back",
    "{} lower back", "{} flank", "{} buttock", "{} armpit", "{} armpit, front edge",
    "{} armpit, back edge", "{} ear", "{} ear lobe", "{} ear canal", "behind the {} ear",
    "{} side of the neck", "angle of the {} jaw", "{} jaw", "under the {} jaw", "{} cheek",
    "{} cheekbone", "inside of the {} cheek", "{} upper eyelid", "{} lower eyelid",
    "{} eye, white and subconjunctiva, or iris", "{} temple", "{} upper arm, inner side",
    "{} upper arm, outer side", "{} forearm, outer side", "{} palm", "back of the {} hand",
    "{} thigh, inner side", "{} knee", "{} ankle, outer side", "top of the {} foot",
    "arch of the {} foot", "{} heel, underside", "{} side of the palate",
    "{} floor of the mouth", "{} side of the tongue",
)  # fmt: skip
IN_THE_MIDDLE = (
    "crown of the head", "forehead", "front of the neck", "nape of the neck",
    "under the chin, middle", "chin", "nose", "breastbone", "upper spine", "lower spine", "groin",
    "upper lip", "lower lip", "upper lip frenum or frenulum", "lower lip frenum or frenulum",
    "tongue frenum or frenulum", "middle of the palate",
)  # fmt: skip


def places_of(figure):
    return [
        (view, place)
        for view in map_views()
        if figure_name(view.id) == figure
        for place in view.places
    ]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_each_place_of_the_guidance_is_there_on_its_own_side(figure, side):
    found = {place.name: place.side for _view, place in places_of(figure)}

    wanted = [name.format(side) for name in ON_BOTH_SIDES]
    assert [name for name in wanted if name not in found] == []
    assert {found[name] for name in wanted} == {side}


@pytest.mark.parametrize("figure", FIGURES)
def test_each_place_of_the_middle_is_there(figure):
    found = {place.name: place.side for _view, place in places_of(figure)}

    assert [name for name in IN_THE_MIDDLE if found.get(name) is not Side.MIDDLE] == []


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("facing", [Facing.FRONT, Facing.BACK, Facing.LEFT, Facing.RIGHT])
def test_a_mark_in_the_armpit_is_told_from_every_side(figure, facing):
    armpits = [
        (view, place)
        for view, place in places_of(figure)
        if view.facing is facing and "armpit" in place.id
    ]

    assert len(armpits) == (1 if is_one_sided(armpits[0][0]) else 2)
    for view, place in armpits:
        mark = placed(Injury(id=FactId("m")), view, *place.centre)
        assert (mark.place, mark.place_words) == (place.id, place.name)
        assert is_on_body(view, *place.centre)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_edge_of_an_armpit_ends_where_arm_and_chest_part(figure):
    for view, place in places_of(figure):
        if place.id.endswith(("armpit-front", "armpit-back")):
            x, y = place.centre
            below = next(down for down in range(round(y), 900) if not is_on_body(view, x, down))
            around = [place_at(view, x + right, y).id for right in (-22, 22)]
            assert below - y < 45
            assert place.id not in around
