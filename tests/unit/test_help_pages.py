import re

import pytest

from sgdesk.library.help import help_texts
from sgdesk.paths import resources

PAGES = {page.id: page for page in help_texts(resources())}
WANTED = "start record share portal-down police backup promises hazards".split()


@pytest.mark.parametrize("name", WANTED)
def test_the_promised_pages_are_there(name):
    assert PAGES[name].title


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.id)
def test_a_page_starts_with_its_title_and_links_to_pages_that_exist(page):
    links = re.findall(r"\]\(([^)]+)\)", page.markdown)

    assert page.markdown.startswith(f"# {page.title}\n")
    assert [link for link in links if link.removesuffix(".md") not in {*PAGES, "sources"}] == []


def test_every_hazard_has_its_seven_parts():
    hazards = PAGES["hazards"].markdown.split("\n## ")[1:]

    assert len(hazards) >= 5
    for hazard in hazards:
        parts = ("Cause", "Effect", "Likelihood", "Severity", "Control", "Test")
        assert [part for part in parts if f"**{part}**" not in hazard] == []


def test_the_first_page_is_where_to_start_and_hazards_come_last():
    names = list(PAGES)

    assert names[0] == "start"
    assert names[-1] == "hazards"
