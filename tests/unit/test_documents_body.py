"""The body and the teeth on paper: every marked view, the chart, and tables that say the same."""

from datetime import date

import msgspec
import pypdfium2
import pytest
from documents_samples import DAY, MAPS, PACK, injury, simple

from sgdesk.documents.blocks import BodyMap, Heading, Paragraph, Table, ToothChart
from sgdesk.documents.map_sections import body_map_section
from sgdesk.documents.pages import render
from sgdesk.documents.render import document
from sgdesk.documents.teeth_section import teeth_section
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.maps import Facing
from sgdesk.domain.teeth import EVERY_TOOTH, Care, ToothFinding, ToothState
from sgdesk.ids import FactId

MARCH = date(2026, 3, 4)


def mark_on(view, number=1):
    place = MAPS[view].places[0]
    return injury(f"m{number}", *place.centre, view, mark="bruise")


def exam(day, *findings, text=""):
    return Observation(
        id=FactId(f"exam {day}"), topic=ObservationTopic.TEETH, teeth=findings, text=text,
        noticed_by="A. Rahman", noticed_on=day,
    )  # fmt: skip


def drawn(facts):
    blocks = body_map_section(tuple(facts), MAPS).blocks
    return [[view.id for view in block.views] for block in blocks if isinstance(block, BodyMap)]


def bounds(document):
    """Return the edges of all that is drawn, page by page."""
    opened = pypdfium2.PdfDocument(render(document))
    for page in opened:
        for found in page.get_objects():
            yield found.get_bounds()


@pytest.mark.parametrize("facing", list(Facing))
def test_a_mark_on_a_view_prints_that_view(facing):
    view = f"child-{facing}"

    printed = [one for row in drawn([mark_on(view)]) for one in row]

    if facing in (Facing.FRONT, Facing.BACK):
        assert printed == ["child-front", "child-back"]
    else:
        assert printed == [view]


def test_close_views_stand_two_beside_each_other_after_the_whole_body():
    views = ["child-mouth", "child-head-left", "child-front", "child-feet-sole"]

    rows = drawn(mark_on(view, number) for number, view in enumerate(views))

    assert rows == [
        ["child-front", "child-back"],
        ["child-head-left", "child-feet-sole"],
        ["child-mouth"],
    ]


def test_the_table_names_the_view_and_the_side():
    marks = (mark_on("child-head-left"), injury("m2", 200, 360, "child-head-front"))

    (table,) = [one for one in body_map_section(marks, MAPS).blocks if isinstance(one, Table)]

    assert [row[2] for row in table.rows] == [
        "Head, left side, person's left",
        "Head, front, middle",
    ]


@pytest.mark.parametrize("figure", ["baby", "child", "adult"])
def test_all_views_together_stay_on_the_page(figure):
    marks = [mark_on(f"{figure}-{facing}", number) for number, facing in enumerate(Facing)]
    section = body_map_section(tuple(marks), MAPS)

    for left, low, right, high in bounds(simple(*section.blocks)):
        assert 40 < left <= right < 555
        assert 15 < low <= high < 815


def test_an_examination_of_the_teeth_prints_chart_table_and_remark():
    found = exam(
        DAY,
        ToothFinding(tooth="75", states=(ToothState.BROKEN,)),
        ToothFinding(tooth="54", states=(ToothState.DECAY,), care=Care.ADVISED, surfaces="MOD"),
        text="Plaque on all teeth.",
    )

    blocks = teeth_section((found,)).blocks

    (chart,) = [one for one in blocks if isinstance(one, ToothChart)]
    (table,) = [one for one in blocks if isinstance(one, Table)]
    said = [one.text for one in blocks if isinstance(one, Paragraph)]
    assert chart.findings == found.teeth
    assert table.rows == (
        ("54", "URD", "upper right first primary molar",
         "decay, surfaces MOD, treatment advised, not yet done"),
        ("75", "LLE", "lower left second primary molar", "broken or chipped"),
    )  # fmt: skip
    assert said == [
        "Seen by A. Rahman, 20 Nov 2026", "D decay; B broken or chipped", "Plaque on all teeth."
    ]  # fmt: skip


def test_what_repeats_over_the_visits_is_said_after_the_charts():
    visits = (
        exam(MARCH, ToothFinding(tooth="51", states=(ToothState.BROKEN,))),
        exam(DAY, ToothFinding(tooth="61", states=(ToothState.BROKEN,))),
    )

    last = teeth_section(visits).blocks[-1]

    assert last.text == "Breakages recorded at 2 visits: 51 on 4 Mar 2026; 61 on 20 Nov 2026."


def test_a_full_chart_stays_on_the_page():
    everything = tuple(
        ToothFinding(tooth=tooth, states=tuple(ToothState)[:3], care=Care.NOT_TREATED)
        for tooth in EVERY_TOOTH
    )

    for left, low, right, high in bounds(simple(*teeth_section((exam(DAY, *everything),)).blocks)):
        assert 40 < left <= right < 555
        assert 15 < low <= high < 815


def test_the_pack_has_the_teeth_after_the_body_map():
    facts = (*PACK.facts, exam(DAY, ToothFinding(tooth="54", states=(ToothState.DECAY,))))

    pack = msgspec.structs.replace(PACK, facts=facts)
    titles = [one.text for one in document(pack, MAPS).blocks if isinstance(one, Heading)]

    assert titles.index("Mouth and teeth") == titles.index("Body map") + 1


def test_a_pack_without_findings_on_teeth_has_no_such_section():
    titles = [one.text for one in document(PACK, MAPS).blocks if isinstance(one, Heading)]

    assert "Mouth and teeth" not in titles
