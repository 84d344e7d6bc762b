"""Every answer of a record can be read on the concern's page, and nothing printed lacks there."""

from datetime import date, datetime, time

import msgspec
import pytest
from gui_support import field as widget
from gui_support import press
from PySide6.QtWidgets import QPushButton
from record_support import begun, bruise
from window_support import open_window, settle, texts

from sgdesk.documents import fact_sections as printed
from sgdesk.documents.people_sections import family_section, person_section, professionals_section
from sgdesk.domain.amendment import FIELD_WORDS, Part, said_words
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Harm, KeptWording, Presentation, Urgency
from sgdesk.domain.facts.delay import first_referred
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.ids import PersonId
from sgdesk.settings import Settings
from sgdesk.text import read_date, read_long_date, read_time
from ui.kit.cards import Card
from ui.main_window.places import Place

BORN, SEEN, EVENT = date(2011, 8, 9), date(2026, 11, 20), date(2026, 11, 18)
FLAGS = {
    "address_protected": "(protected)", "born_estimated": "(date estimated)",
    "regular_visitor": "visits often", "is_child": "a child", "leads": "leads the case",
    "visitor_overnight": "stays overnight", "alleged_source": "alleged source of harm",
    "professional": "",
}  # fmt: skip


def filled(kind, mark, **answers):
    """Return details in which every field of words holds words of its own."""
    texts = {
        field.name: f"{mark} {field.name}"
        for field in msgspec.structs.fields(kind)
        if field.type is str and not field.name.endswith("_typed") and field.name != "id"
    }
    return kind(**(texts | answers))


@pytest.fixture
def concern(desk):
    """A signed record in which everything is answered."""
    draft = begun(desk)
    draft.facts = [bruise(desk, length_mm=22, width_mm=14, noticed_at=time(9, 40))]
    draft.urgency = filled(
        Urgency, "Worry", immediate_danger=YesNo.NO, about_colleague=YesNo.NO,
        episode=draft.urgency.episode, fgm=draft.urgency.fgm, sexual_abuse=YesNo.NOT_KNOWN,
        harms=(Harm.PHYSICAL, Harm.NEGLECT),
    )  # fmt: skip
    draft.person = filled(
        Person, "Her", id=PersonId("p"), name="Amina Kamara", known_as="Mina", born=BORN,
        nhs_number="9991234039", postcode="ZZ99 2QC", address_protected=True, born_estimated=True,
    )  # fmt: skip
    draft.relations = [
        filled(
            Relation, "Sister", id="sister", name="Sira Kamara", nhs_number="9991234047",
            born_typed="about 9 years", is_child=True, in_household=YesNo.YES, regular_visitor=True,
            visitor_overnight=True, also_a_concern=YesNo.YES, alleged_source=True,
            parental_responsibility=YesNo.NO, address_protected=True,
        ),
        filled(
            Relation, "Worker", id="worker", name="Jo Okoro", nhs_number="", professional=True,
            leads=True, born=date(1980, 1, 2),
        ),
    ]  # fmt: skip
    draft.contact = filled(SafeContact, "Safe", name="Fatu Sesay", may_leave_message=YesNo.NO)
    draft.presentation = filled(
        Presentation, "Visit", presented_on=SEEN, presented_at=time(16, 20), event_on=EVENT,
        event_at=time(9, 5), left_at=time(17, 1), count_from=date(2025, 12, 11),
    )  # fmt: skip
    fact = draft.facts[0]
    draft.kept = [KeptWording(fact.id, "text", "flinched", "It is what was seen.")]
    return desk.concerns.sign(draft)


@pytest.fixture
def window(qtbot, desk, store_folder, runner, asker):
    return open_window(qtbot, desk, runner, asker, Settings(), store_folder)


def page_of(qtbot, window, concern, *, whole):
    window.show_names(whole)
    window.open_concern(concern.id)
    settle(qtbot)
    return window.page(Place.CONCERN)


def said(details, field):
    """Return how one answer can stand on the page: any of these words."""
    value = getattr(details, field)
    if field in FLAGS:
        return [FLAGS[field]]
    match value:
        case datetime():
            raise AssertionError(field)
        case date():
            return [read_date(value), read_long_date(value)]
        case time():
            return [read_time(value)]
        case tuple():
            return [said_words(value)]
        case YesNo():
            return {"in_household": ["in the household"],
                    "parental_responsibility": ["no parental responsibility"]}.get(
                field, [said_words(value)])  # fmt: skip
        case str() if field == "nhs_number" and value:
            return [f"{value[:3]} {value[3:6]} {value[6:]}"]
        case str() if field == "sex":
            return [value, value.casefold()]
        case _:
            return [said_words(value)]


def test_every_answer_of_a_record_stands_on_its_page(qtbot, window, concern):
    shown = "\n".join(texts(page_of(qtbot, window, concern, whole=True)))

    asked = [
        (Part.URGENCY, concern.urgency), (Part.PERSON, concern.person),
        (Part.CONTACT, concern.contact), (Part.PRESENTATION, concern.presentation),
        *((Part.RELATION, one) for one in concern.relations),
    ]  # fmt: skip
    lacking = [
        (part, field)
        for part, details in asked
        for field in FIELD_WORDS[part]
        if (value := getattr(details, field)) is not None and value != ""
        and not any(words in shown for words in said(details, field))
    ]  # fmt: skip
    assert lacking == []
    assert "about 9 years, as estimated" in shown
    assert "flinched" in shown
    assert "It is what was seen." in shown


def test_nothing_that_is_printed_of_people_lacks_on_the_page(qtbot, window, concern, desk):
    shown = "\n".join(texts(page_of(qtbot, window, concern, whole=True)))
    sections = (
        person_section(
            msgspec.structs.replace(concern.person, address_protected=False),
            desk.practice, SEEN,
        ),
        family_section(concern.relations),
        professionals_section(concern.relations, ()),
    )  # fmt: skip
    rows = [row for section in sections for block in section.blocks for row in block.rows]

    parts = [
        part
        for row in rows
        for whole in (row.text, row.note)
        for part in whole.replace("·", ",").replace("(", ",").replace(")", ",").split(",")
    ]
    assert len(parts) > 40
    lacking = [part for part in map(str.strip, parts) if part and part not in shown]
    assert lacking == ["Address protected: telephone us"]


def test_what_must_never_reach_whom_is_a_warning_of_its_own(qtbot, window, concern):
    page = page_of(qtbot, window, concern, whole=True)

    card = next(one for one in page.findChildren(Card) if one.accessibleName() == "Safe contact")
    strips = [one for one in card.children() if one.property("role") == "strip-overdue"]
    assert len(strips) == 1
    assert "Must never reach: Safe never_reach" in texts(strips[0])


def test_with_initials_only_nobody_can_be_found_by_the_page(qtbot, window, concern):
    shown = "\n".join(texts(page_of(qtbot, window, concern, whole=False)))

    for hidden in ("Kamara", "Sira", "Sesay", "Her phone", "Her address", "Sister phone",
                   "Sister address", "Safe number", "Safe code_word", "999 123"):  # fmt: skip
        assert hidden not in shown
    assert "Must never reach: Safe never_reach" in shown
    assert "S.K." in shown


def test_a_relation_can_be_amended_with_initials_only(qtbot, window, concern):
    page = page_of(qtbot, window, concern, whole=False)
    press(qtbot, page, "amend-record")
    settle(qtbot)

    assert widget(page, QPushButton, "amend:sister").isVisibleTo(page)


@pytest.mark.parametrize("number", ["0026", "0029", "0031", "0033"])
def test_nothing_that_is_printed_of_what_was_seen_and_said_lacks_on_the_page(
    qtbot, demo_desk, runner, asker, demo_folder, number
):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    view = demo_desk.concerns.get(demo_desk.exchange.concern_of(f"SG-2026-{number}"))
    facts, visit = view.concern.facts, view.concern.presentation
    shown = "\n".join(texts(page_of(qtbot, window, view.concern, whole=True)))

    attempts = [one for past in view.sharings for one in past.attempts]
    delays = printed.Delays(view.concern.signed_at, first_referred(view.calls, attempts))
    sections = (
        printed.seen_section(facts, visit, delays, ""), printed.said_section(facts),
        printed.opinion_section(facts), printed.history_section(facts),
        printed.strengths_section(facts), printed.support_section(facts),
        printed.needs_section(facts, visit),
    )  # fmt: skip
    rows = [row for one in sections for block in one.blocks for row in block.rows]
    rows += [*printed.key_contacts(facts)]
    # The page says in a line of its own that something was written down on a later day.
    said_of_it = [(row.text, *row.note.split(", written down ")) for row in rows]
    lacking = [text for ones in said_of_it for text in ones if text not in shown]

    assert rows
    assert lacking == []
