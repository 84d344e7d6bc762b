"""No rule, check or statement that holds in one nation names a text of another.

Which text belongs where stands here by its names, apart from the `nations` of the files.
"""

import pytest
from msgspec.structs import asdict

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Confidence, Source, Stated
from sgdesk.domain.cited_words import named_sources, source_lines
from sgdesk.domain.deadlines import due
from sgdesk.domain.guidance import LISTS, Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.library.guidance import guidance_for, read_guidance

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = Nation
# Names by which a text, a body or a procedure of one nation is known.
ENGLISH = (
    "Working Together", "Department for Education", "golden rules", "NHS England", "Care Act",
    "Care Quality Commission", "CQC", "Children Act 2004", "LADO", "designated officer",
    "Sussex", "Sefton", "Surrey", "Shropshire", "Walsall", "Barking", "Sheffield", "Barnet",
    "Lincolnshire", "Bedford", "Bristol", "Cambridgeshire", "Essex", "children’s social care",
    "Children’s Wellbeing and Schools Act", "NHSmail", "Crime and Policing", "NHS Act 2006", "16LA",
)  # fmt: skip
ENGLISH_AND_WELSH = (
    "Crime and Disorder Act", "Female Genital Mutilation Act 2003", "Mental Capacity Act 2005",
    "FGM report of England",
)  # fmt: skip
WELSH = ("Wales Safeguarding Procedures", "(Wales) Act", "safeguarding.wales")
SCOTTISH = ("(Scotland)", "Scottish Government", "Police Scotland", "Edinburgh", "Dumfries")
IRISH = ("(Northern Ireland)", "Safeguarding Board for Northern Ireland", "UNOCINI", "HSC Trust")
OF_OTHERS = {
    ENGLAND: (*WELSH, *SCOTTISH, *IRISH),
    WALES: (*ENGLISH, *SCOTTISH, *IRISH),
    SCOTLAND: (*ENGLISH, *ENGLISH_AND_WELSH, *WELSH, *IRISH),
    NORTHERN_IRELAND: (*ENGLISH, *ENGLISH_AND_WELSH, *WELSH, *SCOTTISH),
}
# What says of another nation's law that it does not hold here, and has to name it for that; and
# the six texts that the practice's brief cites, each with where it stands.
SPEAKS_OF_OTHERS = {
    "C7", "wales-powers", "scotland-powers", "ni-powers", "crime-disorder-reach",
    "cwsa-2026-reach", "reference-1", "reference-2", "reference-6",
}  # fmt: skip
ROUTINE, URGENT = Trigger.CONCERN_RECOGNISED, Trigger.HARM_LIKELY
CALLED = {PersonKind.ADULT: Trigger.ADULT_CALL_ENDED}
# Nobody read by when a concern that is not urgent is told there: no rule is made up for it.
NO_FIGURE = {SCOTLAND, NORTHERN_IRELAND}
CASES = [(nation, kind) for nation in Nation for kind in PersonKind]


def words_of(item, guidance):
    """Everything an item says for itself, and every text it names."""
    own = [text for name, text in asdict(item).items() if name != "id" and isinstance(text, str)]
    if not isinstance(item, Stated):
        return "\n".join(own)
    return "\n".join([*own, *source_lines(item, guidance), named_sources(item, guidance)])


def named_of_others(item, guidance):
    said = words_of(item, guidance)
    return [name for name in OF_OTHERS[guidance.nation] if name.casefold() in said.casefold()]


@pytest.mark.parametrize("nation", list(Nation))
def test_nothing_that_holds_in_a_nation_names_a_text_of_another(nation):
    guidance = guidance_for(nation)

    assert [
        (name, item.id, found)
        for name in LISTS
        for item in getattr(guidance, name)
        if item.id not in SPEAKS_OF_OTHERS and (found := named_of_others(item, guidance))
    ] == []


@pytest.mark.parametrize("nation", list(Nation))
def test_every_source_of_a_nation_holds_there_and_every_citing_is_found(nation):
    guidance = guidance_for(nation)
    known = {source.id for source in guidance.sources}

    for name in LISTS:
        for item in getattr(guidance, name):
            if isinstance(item, Source):
                assert nation in item.nations
            else:
                assert known.issuperset(item.sources), item.id


@pytest.mark.parametrize(("nation", "kind"), CASES)
@pytest.mark.parametrize("trigger", [ROUTINE, URGENT, "telephoned"])
def test_each_referral_has_one_deadline_from_its_own_nation(nation, kind, trigger, clock):
    if trigger == "telephoned":
        trigger = CALLED.get(kind, Trigger.CHILD_CALL_ENDED)
    guidance = guidance_for(nation)

    found = guidance.rules_for(trigger, kind)

    assert len(found) == (0 if trigger is ROUTINE and nation in NO_FIGURE else 1)
    for rule in found:
        answer = due(rule, clock.now(), nation)
        assert answer.due is not None
        assert not named_of_others(rule, guidance)
        assert not [name for name in OF_OTHERS[nation] if name in answer.source + answer.why]


def test_a_child_in_wales_is_reported_by_a_rule_of_wales_that_is_to_be_checked_locally():
    [rule] = guidance_for(WALES).rules_for(ROUTINE, PersonKind.CHILD)

    assert "(Wales) Act 2014, section 130" in rule.source
    assert rule.check_locally


@pytest.mark.parametrize("nation", [WALES, SCOTLAND, NORTHERN_IRELAND])
def test_the_days_of_an_english_ladder_are_no_rule_elsewhere(nation):
    guidance = guidance_for(nation)
    stages = (Trigger.DISAGREED, Trigger.TAKEN_TO_MANAGERS, Trigger.TAKEN_TO_SENIORS)

    assert [rule.id for stage in stages for rule in guidance.rules_for(stage)] == []
    [chair] = guidance.rules_for(Trigger.TAKEN_TO_CHAIR)
    assert chair.check_locally
    assert chair.sources == ()


@pytest.mark.parametrize("nation", [WALES, SCOTLAND, NORTHERN_IRELAND])
def test_an_adult_is_chased_by_no_procedure_for_children(nation):
    guidance = guidance_for(nation)

    [rule] = guidance.rules_for(Trigger.REFERRAL_SENT, PersonKind.ADULT)

    assert rule.check_locally
    assert rule not in guidance.rules_for(Trigger.REFERRAL_SENT, PersonKind.CHILD)


# The law that an adult at risk is told under, and how sure the notes on the law are of it.
FOR_ADULTS = {
    ENGLAND: ("adult-42", "care and support needs", Confidence.SEEN_ELSEWHERE),
    WALES: ("wales-adult", "section 126", Confidence.RECALLED),
    SCOTLAND: ("scotland-adult", "(Scotland) Act 2007", Confidence.RECALLED),
    NORTHERN_IRELAND: ("ni-adult", "Adult Protection Gateway", Confidence.RECALLED),
}


@pytest.mark.parametrize("nation", FOR_ADULTS)
def test_each_nation_tells_where_the_basis_is_asked_what_holds_for_an_adult_at_risk(nation):
    guidance = guidance_for(nation)
    item_id, said, confidence = FOR_ADULTS[nation]

    [told] = [one for one in guidance.statements_at("share/basis") if one.id == item_id]

    assert said in told.text
    assert told.confidence is confidence
    is_unsure = confidence is Confidence.RECALLED
    assert ("check locally" in "\n".join(source_lines(told, guidance))) is is_unsure


OWN_FILE = """
format = 1
nation = "scotland"
extends = "england"
version = "a practice's own"
checked_on = 2026-12-01

[[gateway_factors]]
id = "what-else"
prompt = "What else?"
status = "national"
confidence = "SEEN-2"
sources = ["gmc-factors", "wt-2026"]
"""


def test_a_file_that_is_brought_cites_no_text_of_another_nation_either():
    own = read_guidance(OWN_FILE.encode())

    [factor] = [one for one in own.gateway_factors if one.id == "what-else"]
    assert factor.sources == ("gmc-factors",)


# What the notes tell of these two never says for which nations they were written.
REACH_UNKNOWN = {"nice-cg89", "sdcep-caries"}


@pytest.mark.parametrize("nation", list(Nation))
def test_what_rests_on_a_text_of_unknown_reach_alone_is_checked_locally(nation):
    guidance = guidance_for(nation)

    for source in (one for one in guidance.sources if one.id in REACH_UNKNOWN):
        assert "For which nations it was written was not read." in source.note
    leaning = [one for one in guidance.checks if one.sources and {*one.sources} <= REACH_UNKNOWN]
    unsure = {one.id for one in leaning if one.check_locally}
    assert {"CHK-SAID", "CHK-MISSED"} <= unsure
    # England's own local protocols quote it for the baby with a mark.
    assert {one.id for one in leaning} - unsure == ({"CHK-BABY"} if nation is ENGLAND else set())


@pytest.mark.parametrize("nation", list(Nation))
def test_each_of_the_six_references_is_said_to_hold_only_where_it_does(nation):
    held = {one.number for one in guidance_for(nation).references if one.number and one.holds}

    assert held == {
        ENGLAND: {1, 2, 3, 4, 5, 6}, WALES: {3, 4, 5, 6},
        SCOTLAND: {3, 4, 5}, NORTHERN_IRELAND: {3, 4, 5},
    }[nation]  # fmt: skip


@pytest.mark.parametrize("nation", list(Nation))
def test_where_no_figure_was_read_that_is_said_with_what_to_do(nation):
    checks = [one for one in guidance_for(nation).checks if one.id == "CHK-NO-FIGURE"]

    assert bool(checks) is (nation in NO_FIGURE)
    for check in checks:
        assert "No national figure is known here" in check.why
        assert "Ask the" in check.why
        assert check.check_locally
