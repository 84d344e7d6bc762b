"""The directory as a file: what a spreadsheet makes of it, what is refused, and the way back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from sgdesk.domain.agency import Agency, CheckMethod, RouteKind
from sgdesk.domain.answers import Nation
from sgdesk.domain.directory.columns import HEADINGS
from sgdesk.domain.directory.reading import read_directory
from sgdesk.domain.directory.values import KnownDirectory
from sgdesk.domain.directory.writing import FORMULA_SIGNS, guarded, unguarded, written
from sgdesk.domain.importing.decoding import decode
from sgdesk.ids import AgencyId

TODAY = date(2026, 11, 22)
KINDS = {
    "children-social-care": "Children’s social care",
    "adult-social-care": "Adult social care",
    "police": "Police",
}
TEAM = Agency(
    id=AgencyId("a"), name="Northtown Duty Team", area="Northtown", phone="01632 960140",
    hours="Mon-Fri 08:30-17:00", phone_out_of_hours="01632 960199",
    email="duty@northtown.example", channels=(RouteKind.PORTAL, RouteKind.FORM),
    preferred=RouteKind.PORTAL, written_hours=48, checked_on=date(2026, 11, 2),
    checked_by="Asha Rahman", checked_method=CheckMethod.RANG,
)  # fmt: skip


def known(*there):
    return KnownDirectory(today=TODAY, kinds=KINDS, there=there, nation=Nation.ENGLAND)


def read(text, *there):
    return read_directory(text, known(*there))


def fields_of(agency):
    return {name: value for name, value in asdict(agency).items() if name != "id"}


line = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" ;,\"'=+-@|"), max_size=40
).map(str.strip)
text = st.lists(line, max_size=3).map("\n".join).map(str.strip)
agencies = st.builds(
    Agency,
    id=st.just(AgencyId("")),
    name=line.filter(bool),
    kind=st.sampled_from(sorted(KINDS)),
    area=line,
    nation=st.sampled_from(Nation),
    phone=st.from_regex(r"(\+44 |0)1632 960[0-9]{3}", fullmatch=True),
    hours=st.sampled_from(["", "24 hours", "Mon-Thu 08:30-17:00, Fri 08:30-16:30"]),
    email=line,
    portal=line,
    portal_hours=line,
    form=line,
    form_address=line,
    address=text,
    channels=st.sets(st.sampled_from(RouteKind)).map(
        lambda chosen: tuple(kind for kind in RouteKind if kind in chosen)
    ),
    written_hours=st.none() | st.integers(1, 72),
    acknowledge_days=st.none() | st.integers(1, 20),
    chase_days=st.none() | st.integers(1, 20),
    ladder=st.sampled_from(["", "Team manager; 2 days; 01632 960141\nHead of service; 5"]),
    boxes=st.sampled_from(["", "Reasons; 2000\nWhat is needed; 500 characters"]),
    note=text,
    checked_on=st.none() | st.dates(date(2000, 1, 1), TODAY),
    checked_by=line,
    checked_method=st.none() | st.sampled_from(CheckMethod),
    source=line,
)


@given(agencies)
def test_a_directory_that_is_written_reads_as_it_was(agency):
    found = read(decode(written([agency], KINDS)))

    assert found.wrong == ""
    assert [row.refused for row in found.rows] == [""]
    assert [fields_of(one) for one in found.new] == [fields_of(agency)]


@given(agencies)
def test_no_cell_that_is_written_begins_like_a_formula(agency):
    from csv import reader
    from io import StringIO

    for row in reader(StringIO(decode(written([agency], KINDS)))):
        assert not any(cell.startswith(FORMULA_SIGNS) for cell in row)


@given(st.builds(str.__add__, st.sampled_from(["", *FORMULA_SIGNS, "'", "'="]), st.text()))
def test_the_guard_of_a_cell_is_taken_off_again(cell):
    assert unguarded(guarded(cell)) == cell


def test_every_field_but_those_of_typing_has_a_column():
    typed = {name for name in asdict(TEAM) if name.endswith("_typed")}

    assert set(asdict(TEAM)) - typed - {"id"} == set(HEADINGS)


def test_what_is_there_already_is_left_out_and_what_differs_would_change_it():
    again = read(decode(written([TEAM], KINDS)), TEAM)
    changed = read(decode(written([replace(TEAM, hours="24 hours")], KINDS)), TEAM)

    assert (again.new, again.changes, again.repeated) == ((), (), 1)
    assert changed.changes == (replace(TEAM, hours="24 hours"),)
    assert changed.rows[0].notes == ("Would change: Hours.",)


def test_a_file_changes_only_the_columns_that_it_has():
    found = read("Team,Kind,Telephone\nnorthtown  duty team,Children's social care,01632 960141",
                 TEAM)  # fmt: skip

    assert found.changes == (replace(TEAM, name="northtown  duty team", phone="01632 960141"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_of_a_spreadsheet_is_read_whatever_its_marks(separator, mark, end):
    rows = [
        ["Notes", "Last checked", "Tel no", "Agency name", "Type"],
        [f'"Ring twice{separator}\nthen wait"', "02/11/2026", "01632 960140", "Duty", "police"],
    ]
    found = read(mark + end.join(separator.join(row) for row in rows) + end)

    (team,) = found.new
    assert (team.name, team.kind, team.phone) == ("Duty", "police", "01632 960140")
    assert team.note == f"Ring twice{separator}\nthen wait"
    assert team.checked_on == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (",police,01632 960140,,", "Team: Write the name of the team."),
        ("Duty,plumber,01632 960140,,", "Kind: “plumber” is no kind of team"),
        ("Duty,,01632 960140,,", "Kind: say what kind of team it is."),
        ("Duty,police,,,", "Telephone: Give a telephone number or an email address."),
        ("Duty,police,1632960140,,", "has lost its first 0"),
        ("Duty,police,01632 960140,when we are in,", "Hours: Write the hours like"),
        ("Duty,police,01632 960140,,31/02/2026", "Checked on:"),
        ("Duty,police,01632 960140,,23/11/2026", "Checked on:"),
        ('Duty,police,01632 960140,,"2/11/2026', "quotation mark"),
        ("Duty,police,01632 960140,,,more", "more cells than there are headings"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_the_others_are_read(cells, why):
    found = read(f"Team,Kind,Telephone,Hours,Checked on\nOther,police,101,,\n{cells}")

    assert [one.name for one in found.new] == ["Other"]
    assert (found.rows[1].line, found.rows[1].agency) == (3, None)
    assert why in found.rows[1].refused


def test_two_rows_of_one_team_that_differ_are_not_guessed_between():
    found = read("Team,Kind,Telephone\nDuty,police,01632 960140\nDuty,police,01632 960141")

    assert len(found.new) == 1
    assert "Line 2 has the same team" in found.rows[1].refused


def test_the_same_number_is_recognised_however_it_is_written():
    same_kind = read("Team,Kind,Telephone\nDuty,Children’s social care,+44 1632 960140", TEAM)
    other_kind = read("Team,Kind,Telephone\nAdults,Adult social care,(01632) 960 140", TEAM)
    short = read("Team,Kind,Telephone\nWeir,police,101\nMoor,police,101")

    assert "the same number" in same_kind.rows[0].repeats
    assert "has the same number" in other_kind.rows[0].notes[0]
    assert len(short.new) == 2


def test_a_text_without_headings_is_refused_as_a_whole():
    assert "row of headings" in read("Duty,police,01632 960140").wrong
    assert read("").wrong
