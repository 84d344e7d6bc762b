"""What each nation calls its teams, numbers and law, in the directory and on paper (LAW 12)."""

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import agency, decided, signed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.domain.sharing.proposal import not_theirs
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.recipient_rules import home_not_said
from sgdesk.library.guidance import guidance_for
from sgdesk.library.recipients import recipient_file

ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND = Nation
FRONT_DOORS = {
    ENGLAND: ("Children's social care", "Adult social care"),
    WALES: ("Social services, for children", "Social services, for adults"),
    SCOTLAND: ("Social work, for children", "Social work, for adults"),
    NORTHERN_IRELAND: (
        "HSC Trust Gateway team, for children", "HSC Trust Adult Protection Gateway",
    ),
}  # fmt: skip
NUMBERS = {
    ENGLAND: "NHS number", WALES: "NHS number", SCOTLAND: "CHI number",
    NORTHERN_IRELAND: "Health and Care number",
}  # fmt: skip
FGM = {
    ENGLAND: "must report to the police", WALES: "the local authority is told as well",
    SCOTLAND: "Scotland has no personal duty", NORTHERN_IRELAND: "it is an offence not to tell",
}  # fmt: skip
LAW = {
    ENGLAND: "Children Acts 1989 and 2004", WALES: "Social Services and Well-being (Wales) Act",
    SCOTLAND: "Children (Scotland) Act 1995",
    NORTHERN_IRELAND: "Children (Northern Ireland) Order 1995",
}  # fmt: skip
OFFICER = "designated-officer"


@pytest.fixture(params=list(Nation), ids=str)
def nation(request):
    return request.param


@pytest.fixture
def practice(practice, nation):
    """The practice of every test, in each nation."""
    return replace(practice, nation=nation)


def test_the_directory_names_the_front_doors_as_the_nation_does(desk, nation):
    titles = {one.id: one.title for one in desk.recipients}

    assert (titles["children-social-care"], titles["adult-social-care"]) == FRONT_DOORS[nation]


def test_the_officer_for_allegations_is_known_in_england_alone(desk, nation):
    [officer] = [one for one in desk.recipients if one.id == OFFICER]
    concern = signed(desk, urgency={"about_colleague": YesNo.YES})

    why = not_theirs(concern, OFFICER, recipient_file())

    assert (nation in officer.nations) is (nation is ENGLAND)
    assert bool(why) is (nation is not ENGLAND)


def test_a_directory_is_read_whichever_nation_wrote_it(desk):
    rows = [
        f'"Team {number}","{title}","01632 96014{number}"'
        for number, title in enumerate(one for pair in FRONT_DOORS.values() for one in pair)
    ]

    read = desk.agencies.read_rows("\n".join(["Team,Kind,Telephone", *rows]))

    assert [one.refused for one in read.rows] == [""] * 8
    kinds = [one.agency.kind for one in read.rows]
    assert kinds == ["children-social-care", "adult-social-care"] * 4


def test_the_directory_is_written_with_the_nations_own_names(desk, nation, tmp_path):
    agency(desk)
    path = tmp_path / "directory.csv"

    desk.agencies.write_file(path)

    assert FRONT_DOORS[nation][0] in path.read_text(encoding="utf-8-sig")


def test_the_grab_sheet_asks_and_tells_what_holds_in_its_nation(desk, nation):
    sheet = printed_words(desk.printing.grab_sheet().pdf)

    assert f"{NUMBERS[nation]}, and address" in sheet
    assert all(team in sheet for team in FRONT_DOORS[nation])
    assert FGM[nation] in sheet
    assert "England and Wales" not in sheet


def test_the_disclosure_record_names_no_text_that_does_not_hold_there(desk, nation):
    sharing = decided(desk, signed(desk), agency(desk))

    record = printed_words(desk.printing.make(PaperKind.DISCLOSURE_RECORD, sharing.concern_id).pdf)

    assert LAW[nation] in record
    assert ("Working Together to Safeguard Children 2023" in record) is (nation is ENGLAND)
    assert ("Mandatory reporting of female" in record) is (nation in (ENGLAND, WALES))
    assert "A 10 step guide" in record


def test_the_portal_is_given_the_number_by_its_own_name(desk, nation):
    concern = signed(desk, person={"nhs_number": "999 123 4012"})
    draft = desk.sharings.begin(concern.id)

    blocks = dict(portal_blocks(draft, concern, guidance_for(nation)))

    assert f"{NUMBERS[nation]}: 999 123 4012" in blocks["The person"]


def test_where_the_home_is_not_said_each_nation_says_who_decides(nation):
    said = home_not_said(Recipient(kind="children-social-care", nation=nation))

    assert ("Trust" in said) is (nation is NORTHERN_IRELAND)
    assert ("where the concern arose" in said) is (nation is WALES)
