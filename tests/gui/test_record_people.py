"""People on the pages: known ones are offered and never chosen, households are taken over."""

from datetime import date

import msgspec
import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from record_support import Keyboard, begun, show, shown_wizard, texts

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.ids import new_id
from ui.record.relation_words import relation_line

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def known(desk):
    """A signed concern about Mia Thornton and her household."""
    draft = begun(desk)
    draft.person = msgspec.structs.replace(
        draft.person, nhs_number="999 123 4012", address="12 Weir Street", postcode="ZZ99 2QA"
    )
    draft.relations = [
        Relation(id=new_id(), name="Karl Thornton", relationship="Father", in_household=YesNo.YES,
                 parental_responsibility=YesNo.YES, alleged_source=True),
    ]  # fmt: skip
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


@pytest.fixture
def draft(desk):
    fresh = begun(desk)
    fresh.person = msgspec.structs.replace(fresh.person, name="", born=None)
    return fresh


@pytest.fixture
def wizard(qtbot, desk, runner, asker, known, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft, "person")


def buttons(wizard, start):
    found = wizard.findChildren(QPushButton)
    return [one for one in found if one.objectName().startswith(start) and one.isVisible()]


def test_somebody_known_is_offered_while_the_name_is_typed_and_nothing_is_decided(
    qtbot, wizard, draft, known
):
    keys = Keyboard(wizard)
    keys.tab_to("person.name")
    keys.write("Mia")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))

    [offer] = buttons(wizard, "known:")
    assert offer.accessibleName() == (
        f"The same person as Mia Thornton · born 14 Feb 2020 · 999 123 4012 · {known.reference}"
    )
    assert (draft.person.name, draft.person.id == known.person.id) == ("Mia", False)


def test_the_one_who_is_chosen_by_keyboard_is_the_same_person_and_can_be_parted_again(
    qtbot, wizard, draft, known
):
    keys = Keyboard(wizard)
    keys.tab_to("person.name")
    keys.write("Mia")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))
    keys.push(f"known:{known.reference}")

    assert draft.person.id == known.person.id
    assert (draft.person.name, draft.person.born) == ("Mia Thornton", date(2020, 2, 14))
    assert f"The same person as in {known.reference}." in texts(wizard.frame.page)

    press(qtbot, wizard, "part-person")
    assert draft.person.id != known.person.id
    assert draft.person.name == "Mia Thornton"


def test_who_is_typed_over_the_one_who_was_chosen_leaves_their_record_and_can_be_parted(
    qtbot, wizard, draft, known, desk
):
    field(wizard, QLineEdit, "person.name").setText("Mia")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))
    press(qtbot, wizard, f"known:{known.reference}")
    field(wizard, QLineEdit, "person.name").setText("Noor Begum")
    field(wizard, QLineEdit, "person.born").setText("1 1 2015")
    against = "Not the same here: another name, another date of birth."
    qtbot.waitUntil(lambda: against in texts(wizard.frame.page))
    wizard.save_now(lambda: None)

    def people():
        return {row.line.reference: row.line.person_name for row in desk.concerns.newest()}

    assert people() == {known.reference: "Mia Thornton", draft.reference: "Noor Begum"}

    press(qtbot, wizard, "part-person")
    wizard.save_now(lambda: None)

    assert people() == {known.reference: "Mia Thornton", draft.reference: "Noor Begum"}
    assert draft.person.id != known.person.id
    assert known.reference in {row.line.reference for row in desk.concerns.find("Mia Thornton")}


def test_another_date_of_birth_is_told_beside_the_offer(qtbot, wizard):
    field(wizard, QLineEdit, "person.born").setText("1 1 2019")
    field(wizard, QLineEdit, "person.name").setText("Mia Thornton")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))

    assert "another date of birth" in buttons(wizard, "known:")[0].accessibleName()


def test_the_focus_stays_on_the_offer_when_another_answer_changes_it(qtbot, wizard, known):
    field(wizard, QLineEdit, "person.name").setText("Mia Thornton")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))
    buttons(wizard, "known:")[0].setFocus()

    field(wizard, QLineEdit, "person.born").setText("1 1 2019")

    def offers():  # none while they are made anew
        return [one.accessibleName() for one in buttons(wizard, "known:")]

    qtbot.waitUntil(lambda: any("another date" in told for told in offers()))
    [offer] = buttons(wizard, "known:")
    assert QApplication.focusWidget() is offer
    told = f"{known.reference} · Not the same here: another date of birth."
    assert offer.accessibleName().endswith(told)


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("person.born", "3/5/99", "3 May 1999"),
        ("person.expected", "31 1 27", "31 January 2027: 30 weeks on 22 Nov 2026."),
        ("person.expected", "31 1 2037", "31 January 2037"),
    ],
)
def test_a_date_is_read_back_in_words_once_it_is_left_and_stays_as_typed(
    wizard, draft, name, typed, told
):
    draft.person = msgspec.structs.replace(draft.person, kind=PersonKind.UNBORN)
    page = show(wizard, "person")
    line = field(page, QLineEdit, name)
    line.setText(typed)
    line.editingFinished.emit()

    read = field(page, QLabel, f"{name}:doubt")
    assert (read.text(), read.property("role")) == (told, "hint")
    assert line.text() == typed

    line.setText("31 Jan 2037")
    line.editingFinished.emit()

    assert not read.isVisible()


def test_the_tick_for_an_estimate_stands_before_the_offer(qtbot, wizard):
    field(wizard, QLineEdit, "person.born").setText("14 2 2020")
    field(wizard, QLineEdit, "person.name").setText("Mia Thornton")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))
    keys = Keyboard(wizard)
    keys.tab_to("person.born")

    keys.tab()
    assert keys.at.objectName() == "person.born_estimated"
    keys.tab()
    assert keys.at.objectName().startswith("known:")


def test_a_reopened_draft_still_says_whose_it_is(qtbot, desk, runner, asker, known):
    draft = begun(desk)
    draft.person = known.person

    page = shown_wizard(qtbot, desk, runner, asker, draft, "person").frame.page

    assert f"The same person as in {known.reference}." in texts(page)


def test_an_age_is_taken_where_nobody_knows_the_date(wizard, draft):
    show(wizard, "person")
    field(wizard, QLineEdit, "person.name").setText("Mia Thornton")
    born = field(wizard, QLineEdit, "person.born")
    born.setText("about 3 years")
    born.editingFinished.emit()

    assert (draft.person.born, draft.person.born_typed) == (None, "about 3 years")
    assert "An estimate; if it is right, born between 23 Nov 2022 and 22 Nov 2023." in texts(
        wizard.frame.page
    )
    wizard.frame.go_on()
    assert wizard.frame.step == "family"


def test_initials_are_refused_in_a_clear_sentence(wizard):
    show(wizard, "person")
    field(wizard, QLineEdit, "person.name").setText("M.T.")

    wizard.frame.go_on()

    assert wizard.frame.step == "person"
    assert "Write the name in full." in texts(wizard)


def test_the_same_household_is_taken_over_and_asked_anew(qtbot, wizard, draft):
    draft.person = msgspec.structs.replace(draft.person, name="Leo Thornton")
    page = show(wizard, "family")
    press(qtbot, page, "add-household")
    assert field(page, QLineEdit, "household-name").text() == "Thornton"

    qtbot.waitUntil(lambda: bool(buttons(wizard, "household:")))
    [offer] = buttons(wizard, "household:")
    offer.click()

    assert [one.name for one in draft.relations] == ["Mia Thornton", "Karl Thornton"]
    assert draft.relations[1].parental_responsibility is None
    assert not draft.relations[1].alleged_source
    assert draft.person.address == "12 Weir Street"
    assert "Karl Thornton, father" in texts(page)


def test_siblings_are_added_at_once_and_one_by_one(qtbot, wizard, draft):
    page = show(wizard, "family")
    press(qtbot, page, "add-several")
    text = field(page, QPlainTextEdit, "several-text")
    text.setPlainText("Sira Kamara, sister, 9\nAbu Kamara, father")
    press(qtbot, page, "several-add")
    press(qtbot, page, "add-sibling")

    assert [(one.name, one.is_child) for one in draft.relations] == [
        ("Sira Kamara", True), ("Abu Kamara", False), ("", True)
    ]  # fmt: skip
    assert "9 years, as estimated" in texts(page)
    assert wizard.focusWidget().objectName() == f"{draft.relations[-1].id}.name"


def test_a_line_that_cannot_be_read_stays_and_says_what_to_do(qtbot, wizard, draft):
    page = show(wizard, "family")
    press(qtbot, page, "add-several")
    text = field(page, QPlainTextEdit, "several-text")
    text.setPlainText("Abu Kamara, father\nIbrahim Kamara uncle")
    press(qtbot, page, "several-add")

    assert [one.name for one in draft.relations] == ["Abu Kamara"]
    assert text.isVisible()
    assert text.toPlainText() == "Ibrahim Kamara uncle"
    assert "Line 1: is “uncle” the relationship?" in texts(field(page, QWidget, "several-doubts"))

    wizard.frame.go_on()

    assert wizard.frame.step == "family"
    told = [one.text() for one in wizard.findChildren(QPushButton)]
    assert any("Lines about several people are not added yet" in one for one in told)

    text.setPlainText("Ibrahim Kamara, uncle")
    press(qtbot, page, "several-add")

    assert [one.relationship for one in draft.relations] == ["Father", "Uncle"]
    assert not text.isVisible()
    assert page.wrong() == {}


def test_an_estimated_age_that_is_not_taken_over_says_so(qtbot, wizard, desk, draft):
    first = begun(desk)
    first.person = msgspec.structs.replace(
        first.person, name="Sira Kamara", born=None, born_typed="about 9 years"
    )
    desk.concerns.save_draft(first, "check", Caret())
    desk.concerns.sign(first)
    field(wizard, QLineEdit, "person.name").setText("Sira Kamara")
    qtbot.waitUntil(lambda: bool(buttons(wizard, "known:")))

    buttons(wizard, "known:")[0].click()
    qtbot.waitUntil(lambda: bool(buttons(wizard, "part-person")))

    assert draft.person.born_typed == ""
    assert "“about 9 years”, is not taken over" in texts(wizard)


def test_what_is_not_known_of_somebody_around_is_an_answer(qtbot, wizard, draft):
    draft.relations = [Relation(id="karl", name="Karl Thornton",
                                unanswered={"phone": Unanswered.NOT_KNOWN},
                                parental_responsibility=YesNo.NOT_ASKED)]  # fmt: skip

    shown = texts(show(wizard, "family"))

    assert "telephone: not known" in shown
    assert "Parental responsibility not asked" in shown


def test_a_professional_may_be_the_alleged_source_and_has_access(wizard, draft):
    draft.relations = [Relation(id="jo", name="Jo Okoro", professional=True, alleged_source=True)]
    page = show(wizard, "family")
    page.focus("jo.access")

    assert field(page, QWidget, "jo.access").isVisible()


def test_with_an_unborn_baby_the_relationship_is_to_the_mother_and_says_so(wizard, draft):
    draft.person = msgspec.structs.replace(draft.person, kind=PersonKind.UNBORN)
    draft.relations = [Relation(id="dean", name="Dean Hall")]
    page = show(wizard, "family")
    page.focus("dean.relationship")

    line = field(page, QLineEdit, "dean.relationship")
    assert line.accessibleName() == "Relationship to the mother"


def test_every_field_of_the_family_page_has_a_name(qtbot, wizard, draft):
    draft.relations = [Relation(id="karl", name="Karl Thornton", is_child=True)]
    page = show(wizard, "family")
    press(qtbot, page, "add-household")
    press(qtbot, page, "add-several")
    page.focus("karl.name")

    assert unnamed_fields(page) == []


def test_escape_of_nothing_is_needed_to_close_what_was_opened(qtbot, wizard):
    page = show(wizard, "family")
    press(qtbot, page, "add-several")
    close = field(page, QPushButton, "several-close")
    qtbot.keyClick(close, Qt.Key.Key_Space)

    assert not field(page, QWidget, "several-people").isVisible()


def test_what_was_typed_about_somebody_around_stands_in_sentences_of_its_own():
    dean = Relation(
        id=new_id(), name="Dean Hall", in_household=YesNo.YES, alleged_source=True,
        whereabouts="At work until 18:00", access="Lives there, holds her keys", note="Shouts.",
    )  # fmt: skip

    assert relation_line(dean) == (
        "Lives in the household. Now: At work until 18:00. Lives there, holds her keys. Shouts."
    )
