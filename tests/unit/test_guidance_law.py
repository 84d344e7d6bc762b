"""Every table of the notes on the law is answered by the guidance: the ids stand here as data."""

from datetime import date

import pytest
from msgspec.structs import replace

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import CONFIDENCE_WORDS, Confidence, Source, Stated, Status
from sgdesk.domain.cited_words import source_lines
from sgdesk.domain.guidance import LISTS, find
from sgdesk.domain.guidance_changes import PART_WORDS, changes
from sgdesk.domain.guidance_held import is_stale, review_due_on
from sgdesk.domain.statements import TOPIC_WORDS, Topic
from sgdesk.library.guidance import guidance_for

EVERYWHERE = tuple(Nation)
E_W = (Nation.ENGLAND, Nation.WALES)
ENGLAND = (Nation.ENGLAND,)
# What the notes on the law name, where the guidance answers it, and in which nations it holds.
LAW = {
    "statements": {
        **{f"ico-step-{number}": EVERYWHERE for number in range(1, 11)},
        # The Department for Education's rules are England's; nobody else's are told in their place.
        **{f"golden-rule-{number}": ENGLAND for number in range(1, 8)},
        **dict.fromkeys(
            (
                "quality-necessary", "quality-proportionate", "quality-relevant",
                "quality-adequate", "quality-accurate", "quality-timely", "quality-secure",
                "quality-recorded", "record-decision", "record-what", "record-whom",
                "record-when", "record-justification", "record-consent", "controller-gp",
                "controller-dental", "controller-mixed", "controller-private",
                "basis-name-the-task", "basis-recognised-interest", "basis-reuse",
                "basis-policy-document", "conf-separate", "conf-gmc", "conf-gdc", "uk-data",
            ),
            EVERYWHERE,
        ),
        **dict.fromkeys(
            (
                "16la-trigger", "16la-duty", "16la-exception", "16la-covered", "16la-record",
                "16la-start", "16lc-identifier", "duty-abuse", "adult-42", "ref-written",
                "ref-acknowledged", "england-law", "england-to", "england-duty",
            ),
            ENGLAND,
        ),
        **dict.fromkeys(
            (
                "fgm-who", "fgm-trigger", "fgm-not", "fgm-police", "fgm-content", "fgm-when",
                "fgm-personal", "fgm-breach", "fgm-failing", "fgm-also", "fgm-adult",
            ),
            E_W,
        ),
        **{
            f"{nation}-{row}": (Nation.NORTHERN_IRELAND if nation == "ni" else Nation(nation),)
            for nation in ("wales", "scotland", "ni")
            for row in (
                "law", "to", "duty", "written", "acknowledged", "clocks", "adult", "fgm",
                "powers", "authority",
            )
        },
    },
    "bases": dict.fromkeys(
        ("6-1-c", "6-1-d", "6-1-e", "6-1-ea", "6-1-f", "6-1-a"), EVERYWHERE
    ),
    "foundations": {
        "children-act-2004-10-11": ENGLAND, "children-act-2004-16h": ENGLAND,
        "children-act-1989-47": E_W, "care-act-42": ENGLAND, "crime-disorder-115": E_W,
        "nhs-contract": ENGLAND, "cqc-13": ENGLAND, "s16la": ENGLAND, "fgm-act-5b": E_W,
        "court-order": EVERYWHERE, "sswba-130": (Nation.WALES,), "sswba-128": (Nation.WALES,),
        "sswba-162": (Nation.WALES,), "asp-2007-5": (Nation.SCOTLAND,),
        "criminal-law-ni-5": (Nation.NORTHERN_IRELAND,),
    },
    "special_conditions": dict.fromkeys(
        ("9-2-c", "9-2-h", "9-2-g-18", "9-2-g-10", "9-2-g-6", "9-2-f", "9-2-a"), EVERYWHERE
    ),
    "offence_conditions": dict.fromkeys(("10-18", "10-10", "10-6", "10-30"), EVERYWHERE),
    "para_18_reasons": dict.fromkeys(
        ("cannot-consent", "cannot-be-expected", "would-prejudice"), EVERYWHERE
    ),
    "at_risk_limbs": dict.fromkeys(
        ("needs-care", "is-at-risk", "cannot-protect-self"), EVERYWHERE
    ),
    "gateways": dict.fromkeys(("consent", "law", "public-interest"), EVERYWHERE),
    "gateway_factors": dict.fromkeys(
        (
            "harm-to-patient", "harm-to-trust", "harm-if-withheld", "benefit", "nature", "views",
            "less-intrusive",
        ),
        EVERYWHERE,
    ),
    "reasons_not_told": dict.fromkeys(
        (
            "risk-to-child", "risk-to-other", "prejudices-enquiry", "harmful-delay", "cannot-give",
            "decided-already",
        ),
        EVERYWHERE,
    ),
    "caldicott": {f"caldicott-{number}": EVERYWHERE for number in range(1, 9)},
    "consistency": {f"C{number}": EVERYWHERE for number in range(1, 9)},
    "switches": {"csa-duty": ENGLAND},
    "references": {f"reference-{number}": EVERYWHERE for number in range(1, 7)},
    "checks": {
        "CHK-11": ENGLAND,
        **dict.fromkeys(
            (
                "CHK-01", "CHK-02", "CHK-03", "CHK-04", "CHK-05", "CHK-06", "CHK-07", "CHK-08",
                "CHK-09", "CHK-10", "CHK-12", "CHK-13", "CHK-14", "CHK-15", "CHK-16", "CHK-17",
                "CHK-18", "CHK-19", "CHK-20", "CHK-21", "CHK-22", "CHK-23",
            ),
            EVERYWHERE,
        ),
    },
}  # fmt: skip
ROWS = [(name, item_id, LAW[name][item_id]) for name in LAW for item_id in LAW[name]]


def items_of(guidance):
    return [item for name in LISTS for item in getattr(guidance, name)]


@pytest.mark.parametrize(("name", "item_id", "nations"), ROWS)
def test_what_the_law_notes_name_is_in_the_guidance_where_it_holds(name, item_id, nations):
    found = [one for one in Nation if find(getattr(guidance_for(one), name), item_id) is not None]

    assert found == list(nations)


@pytest.mark.parametrize("nation", list(Nation))
def test_no_statement_is_without_a_source_a_weight_and_a_date(nation):
    guidance = guidance_for(nation)
    silent = [
        one.id
        for one in items_of(guidance)
        if isinstance(one, Stated)
        and not guidance.sources_of(one)
        and not getattr(one, "source", "")
    ]

    assert silent == []
    assert all(one.checked_on for one in guidance.sources)


@pytest.mark.parametrize("nation", list(Nation))
def test_whatever_is_not_certain_says_check_locally(nation):
    guidance = guidance_for(nation)
    unsure = [
        one
        for one in items_of(guidance)
        if isinstance(one, Stated) and one.confidence in (Confidence.RECALLED, Confidence.INFERENCE)
    ]

    assert unsure
    for one in unsure:
        assert "heck locally" in "\n".join(source_lines(one, guidance))


def test_what_is_law_by_our_own_reading_is_never_shown_as_read():
    england = guidance_for(Nation.ENGLAND)

    for item_id in ("16la-covered", "16la-record", "controller-private"):
        assert find(england.statements, item_id).confidence is Confidence.INFERENCE
    assert find(england.foundations, "s16la").check_locally


def test_every_place_of_a_statement_is_a_page_or_a_check():
    for nation in Nation:
        guidance = guidance_for(nation)
        places = {f"{one.flow}/{one.step}" for one in guidance.checks}
        places |= {one.id for one in guidance.checks}
        assert [
            (one.id, place)
            for one in guidance.statements
            for place in one.places
            if place not in places
        ] == []


def test_every_part_topic_status_and_confidence_has_words():
    assert set(PART_WORDS) == set(LISTS)
    assert set(TOPIC_WORDS) == set(Topic)
    assert set(CONFIDENCE_WORDS) == set(Confidence)
    assert len(Status) == 4


def test_a_difference_of_one_word_is_one_change():
    england = guidance_for(Nation.ENGLAND)
    first, *rest = england.gateways
    other = replace(england, gateways=(replace(first, title="Another"), *rest))

    [change] = changes(england, other)

    assert (change.part, change.name) == ("gateways", "Another")
    assert len(set(change.before) ^ set(change.after)) == 2


def test_what_is_new_has_no_before_and_what_is_gone_no_after():
    england = guidance_for(Nation.ENGLAND)
    without = replace(england, lines=england.lines[1:])

    assert [one.after for one in changes(england, without)] == [()]
    assert [one.before for one in changes(without, england)] == [()]
    assert changes(england, england) == ()


@pytest.mark.parametrize(
    ("checked", "due"),
    [
        (date(2026, 11, 22), date(2027, 2, 22)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_guidance_is_stale_three_months_after_it_was_checked(checked, due):
    guidance = replace(guidance_for(Nation.ENGLAND), checked_on=checked)

    assert review_due_on(guidance) == due
    assert not is_stale(guidance, due)
    assert is_stale(guidance, due.replace(day=due.day - 1).replace(year=due.year + 1))


def test_a_source_nobody_read_has_no_address_to_follow():
    for nation in Nation:
        for source in guidance_for(nation).sources:
            assert isinstance(source, Source)
            assert source.address or source.id in ("recalled", "own-default", "schedule-1-lists")
