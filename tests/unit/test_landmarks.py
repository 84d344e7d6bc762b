"""The fixed points on offer are those near a mark; one far off or across is told, never changed."""

from datetime import UTC, datetime

import pytest

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.landmark_sides import landmark_doubt, landmark_doubts
from sgdesk.domain.facts.landmarks import Region, landmarks, landmarks_near, regions_of
from sgdesk.domain.maps import Side
from sgdesk.ids import FactId
from sgdesk.library.maps import map_views

AT = datetime(2026, 11, 20, 9, 40, tzinfo=UTC)


def mark(place, words="", view="adult-front", **answers):
    return Injury(
        id=FactId("m"), recorded_at=AT, view=view, place=place, place_words=words, **answers
    )


FOREARM = mark("left-forearm-outer", "left outer forearm")


def test_a_forearm_is_offered_the_points_of_the_arm_alone():
    offered = landmarks_near(FOREARM, Side.LEFT)

    assert offered == (
        "below the tip of the left shoulder",
        "above the left elbow crease",
        "below the left elbow crease",
        "above the left wrist crease",
    )


def test_a_palate_is_offered_points_of_the_mouth():
    offered = landmarks_near(mark("palate", view="child-mouth"), Side.MIDDLE)

    assert "from the edge of the upper front teeth" in offered
    assert not any("elbow" in one or "wrist" in one for one in offered)


def test_a_mark_without_a_place_is_offered_every_point():
    assert landmarks_near(mark("", view=""), Side.RIGHT) == landmarks(Side.RIGHT)


def test_every_place_of_every_map_belongs_to_a_region_and_is_offered_a_point_or_two():
    for view in map_views():
        for place in view.places:
            one = mark(place.id, place.name, view.id)

            assert regions_of(one) != frozenset(Region), place.id
            assert len(landmarks_near(one, place.side)) >= 2, place.id
            assert landmark_doubts(one) == []


@pytest.mark.parametrize(
    "landmark", ["in front of the left ear lobe", "above the left kneecap", "from my left eyebrow"]
)
def test_a_point_of_another_region_is_told(landmark):
    assert landmark_doubt(FOREARM, landmark) == (
        f"Left outer forearm, measured {landmark}: check whether this is a fixed point near it."
    )


def test_a_point_on_the_other_side_is_told():
    assert "check on which side" in landmark_doubt(FOREARM, "above the right wrist crease")


@pytest.mark.parametrize(
    "landmark", ["above the left wrist crease", "from the watch strap", "below the armhole", ""]
)
def test_a_point_near_by_or_in_words_of_no_region_is_taken(landmark):
    assert landmark_doubt(FOREARM, landmark) == ""


@pytest.mark.parametrize("side", list(Side))
def test_whatever_is_offered_is_taken(side):
    for view in map_views():
        for place in view.places:
            if place.side is side:
                one = mark(place.id, place.name, view.id)
                doubts = [landmark_doubt(one, text) for text in landmarks_near(one, side)]
                assert not any(doubts), (place.id, doubts)
