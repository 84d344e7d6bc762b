from datetime import date

import pytest

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Confidence, Stated, Status
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import UsualFor
from sgdesk.errors import UserError
from sgdesk.library.guidance import guidance_for, read_guidance

LISTS = [
    name
    for name in Guidance.__struct_fields__
    if name not in ("format", "nation", "version", "checked_on", "extends")
]
RECORD = "urgency person family seen said chronology context needs check".split()
SHARE = (
    "purpose consent basis necessary recipient route minimum conditions preview send clinical"
    " follow not-sharing"
).split()
MINIMAL = """
format = 1
nation = "england"
version = "a practice's own"
checked_on = 2026-12-01
"""
DEADLINE = """
[[deadlines]]
id = "DL-OWN"
title = "Ring"
why = "Because."
source = "The practice."
triggers = ["shared"]
nations = ["england"]
operator = "elapsed-hours"
amount = 2
status = "practice-default"
confidence = "APP"
"""


def stated_items(guidance):
    return [item for name in LISTS for item in getattr(guidance, name) if isinstance(item, Stated)]


@pytest.mark.parametrize("nation", list(Nation))
def test_each_nation_has_guidance_with_a_version_and_a_date(nation):
    guidance = guidance_for(nation)

    assert guidance.nation is nation
    assert guidance.version.startswith(nation)
    assert guidance.checked_on == date(2026, 11, 22)


@pytest.mark.parametrize("nation", list(Nation))
@pytest.mark.parametrize(("flow", "steps"), [("record", RECORD), ("share", SHARE)])
def test_every_page_of_both_flows_says_why_it_asks(nation, flow, steps):
    guidance = guidance_for(nation)

    assert [step for step in steps if not guidance.checks_at(flow, step)] == []


@pytest.mark.parametrize("nation", list(Nation))
def test_every_check_belongs_to_a_page_that_exists(nation):
    pages = {("record", step) for step in RECORD} | {("share", step) for step in SHARE}
    pages |= {("call", "agreed"), ("emergency", "emergency"), ("outcome", "close")}

    assert {(check.flow, check.step) for check in guidance_for(nation).checks} <= pages


@pytest.mark.parametrize("nation", list(Nation))
def test_whatever_was_read_names_its_source(nation):
    guidance = guidance_for(nation)

    silent = [
        item.id
        for item in stated_items(guidance)
        if not item.check_locally and item.status is not Status.PRACTICE_DEFAULT
        and not guidance.sources_of(item)
    ]  # fmt: skip

    assert silent == []


@pytest.mark.parametrize("nation", list(Nation))
def test_nothing_is_surer_than_all_its_sources(nation):
    guidance = guidance_for(nation)
    seen = [item for item in stated_items(guidance) if item.confidence is Confidence.SEEN]

    too_sure = [
        item.id
        for item in seen
        if all(source.confidence is not Confidence.SEEN for source in guidance.sources_of(item))
    ]

    assert too_sure == []


def test_recalled_and_inferred_statements_are_to_be_checked_locally():
    england = guidance_for(Nation.ENGLAND)

    assert find(england.foundations, "s16la").check_locally
    assert find(england.bases, "6-1-d").check_locally
    assert not find(england.bases, "6-1-e").check_locally
    assert not england.rule("DL-EMERG-COMPLETE").check_locally


def test_the_six_references_are_there_with_what_replaced_them():
    england = guidance_for(Nation.ENGLAND)
    cited = {one.number: one.replaced_by for one in england.references if one.number}

    assert cited == {1: "dfe-2026", 2: "wt-2026", 3: "", 4: "", 5: "", 6: ""}


def test_sources_are_addresses_of_the_web_and_hold_no_file_names():
    addresses = [source.address for source in guidance_for(Nation.ENGLAND).sources]

    assert all(address.startswith(("https://", "http://")) for address in addresses if address)
    assert not [address for address in addresses if address.endswith(".pdf")]


def test_the_eight_caldicott_principles_stand_in_order():
    numbers = [one.number for one in guidance_for(Nation.SCOTLAND).caldicott]

    assert numbers == list(range(1, 9))


def test_the_eight_consistency_checks_have_a_way_out():
    checks = guidance_for(Nation.ENGLAND).consistency

    assert [check.id for check in checks] == [f"C{number}" for number in range(1, 9)]
    assert all(check.way_out for check in checks)


def test_english_law_is_offered_in_england_only():
    for nation in (Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND):
        guidance = guidance_for(nation)
        assert find(guidance.foundations, "s16la") is None
        assert guidance.rule("DL-ACK-E") is None
        assert find(guidance.switches, "csa-duty") is None


def test_the_reporting_duty_that_is_not_verified_is_off():
    assert not find(guidance_for(Nation.ENGLAND).switches, "csa-duty").on


def test_a_practice_can_read_a_file_of_its_own():
    own = read_guidance((MINIMAL + DEADLINE).encode())

    assert own.version == "a practice's own"
    assert own.rule("DL-OWN").amount == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "cannot be read"),
        (b"not toml", "cannot be read"),
        (b"a = " + b"[" * 50_000, "cannot be read"),
        (b"a = " + b"9" * 5_000, "cannot be read"),
        (b"#" * 600_000, "too large"),
        (b"", "another version"),
        (b"format = 2", "another version"),
        (b"format = 1", "its beginning"),
        ((MINIMAL + "surprise = 1").encode(), "its beginning"),
        (
            (MINIMAL + DEADLINE.replace("elapsed-hours", "os.system")).encode(),
            "deadlines 1, operator",
        ),
        ((MINIMAL + DEADLINE + DEADLINE).encode(), "deadlines, DL-OWN"),
        ((MINIMAL + DEADLINE + 'sources = ["nowhere"]').encode(), "deadlines, DL-OWN, sources"),
        (
            (MINIMAL + DEADLINE + "local_hours = { least = 1, most = 9 }").encode(),
            "deadlines, DL-OWN, local_hours",
        ),
        (
            (MINIMAL + DEADLINE.replace("amount = 2", "amount = 99999")).encode(),
            "deadlines 1, amount",
        ),
        (
            (MINIMAL + DEADLINE.replace("practice-default", "law")).encode(),
            "deadlines, DL-OWN",
        ),
        (
            (MINIMAL + DEADLINE.replace("APP", "SEEN").replace("practice-default", "law")).encode(),
            "deadlines, DL-OWN, sources",
        ),
    ],
)
def test_a_file_that_is_not_in_order_is_refused_with_a_sentence(content, said):
    with pytest.raises(UserError) as refusal:
        read_guidance(content)

    assert said in refusal.value.text
    assert refusal.value.text.endswith((".", "!"))


def test_a_refusal_does_not_repeat_what_the_file_says():
    content = MINIMAL + DEADLINE.replace("elapsed-hours", "CANARY")

    with pytest.raises(UserError) as refusal:
        read_guidance(content.encode())

    assert "CANARY" not in refusal.value.text


def test_what_replaced_a_source_must_be_a_source():
    source = """
[[sources]]
id = "old"
title = "Old"
publisher = "Somebody"
address = "https://example.org"
checked_on = 2026-12-01
status = "law"
confidence = "SEEN"
replaced_by = "nothing"
"""
    with pytest.raises(UserError, match="sources, old, replaced_by"):
        read_guidance((MINIMAL + source).encode())


USUAL = """
[[sources]]
id = "own-default"
title = "Our own default"
publisher = "The practice"
address = ""
checked_on = 2026-12-01
status = "practice-default"
confidence = "APP"

[[gateways]]
id = "law"
title = "A law requires it"
note = "As far as it goes."
status = "practice-default"
confidence = "APP"
sources = ["own-default"]

[[usual]]
id = "usual-gateway"
question = "gateway"
answer = "law"
status = "practice-default"
confidence = "APP"
sources = ["own-default"]
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('answer = "law"', 'answer = "whim"'), "usual, usual-gateway, answer"),
        (("answer = ", 'not_sought = ["whim"]\nanswer = '), "usual, usual-gateway, not_sought"),
        (('question = "gateway"', 'question = "whim"'), "usual 1, question"),
    ],
)
def test_what_usually_fits_must_be_on_offer(change, said):
    read_guidance((MINIMAL + USUAL).encode())

    with pytest.raises(UserError, match=said):
        read_guidance((MINIMAL + USUAL.replace(*change)).encode())


@pytest.mark.parametrize("nation", Nation)
def test_each_nation_says_what_usually_fits_and_that_it_is_our_reading(nation):
    usual = guidance_for(nation).usual

    assert {one.question for one in usual} == set(UsualFor)
    assert all(one.check_locally for one in usual)
