"""What somebody does in the window, one thing after the other: words and a callable.

A third part, where the worker answers, says whether what was wanted is there.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

LONG = "She seemed upset and her mother was aggressive. He is probably lying about it. " * 60


def found(root, name: str, kind=QWidget):
    one = root.findChild(kind, name)
    if one is None:
        raise LookupError(name)
    return one


def press(root, name: str) -> None:
    found(root, name, QAbstractButton).click()


def type_in(root, name: str, text: str) -> None:
    field = found(root, name)
    field.setFocus()
    QTest.keyClicks(field, text)


def put_in(root, name: str, text: str) -> None:
    field = found(root, name)
    field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)


def field_of(root, field: str):
    """Return the newest visible field of an item: its object name begins with the item's id."""
    each = [*root.findChildren(QLineEdit), *root.findChildren(QPlainTextEdit)]
    return [one for one in each if one.objectName().endswith(f".{field}") and one.isVisible()][-1]


def letter(field, text: str = "a"):
    def act() -> None:
        field.setFocus()
        QTest.keyClicks(field, text)

    return act


def desk(program, concern_id: str):
    win = program.window
    yield "idle", lambda: None
    yield from help_pages(win)
    yield from settings(win)
    yield from agencies(win)
    yield from concern(win, concern_id)
    yield from record(win)
    yield from share(win, concern_id)


def help_pages(win):
    from ui.main_window.places import Place

    yield "help", win.open_help
    yield "help, another page", lambda: press(win, "help:record")
    yield "help, sources", lambda: press(win, "help:sources")
    yield "today", lambda: win.open_place(Place.TODAY)
    yield "concerns", lambda: win.open_place(Place.CONCERNS)
    yield "log", lambda: win.open_place(Place.LOG)


def settings(win):
    from ui.main_window.places import Place

    yield "settings", lambda: win.open_place(Place.SETTINGS)
    page = win.page(Place.SETTINGS)
    for part in ("look", "safety", "files", "people", "practice"):
        yield f"settings, {part}", partial(page.open_part, part)
    yield "settings, letter", lambda: type_in(page, "practice.name", "a")


def agencies(win):
    from ui.main_window.places import Place

    yield "agencies", lambda: win.open_place(Place.AGENCIES)
    page = win.page(Place.AGENCIES)
    yield "agencies, add", page.add_agency
    first = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    yield "agencies, letter", letter(first)


def concern(win, concern_id):
    from ui.main_window.places import Place

    yield "concern", lambda: win.open_concern(concern_id)
    page = win.page(Place.CONCERN)
    for what, field in (("answer", "by"), ("note", "people"), ("closing", "because")):
        yield f"concern, {what}", partial(page._entries.begin, what)
        yield f"concern, {what}, letter", partial(type_in, page._entries, field, "a")
        yield f"concern, {what} away", lambda: page._entries._on_dropped()
    yield "concern, amend", lambda: press(page, "amend-record")
    added = [one for one in page.findChildren(QAbstractButton) if "add:" in one.objectName()]
    for name in [added[0].objectName(), added[2].objectName()]:
        yield f"concern, {name}", partial(press, page, name)
        yield "concern, entry away", lambda: page._entries._on_dropped()


def record(win):
    yield "record", win.record, lambda: win.wizard is not None
    frame = win.wizard.frame
    yield "urgency, letter", lambda: type_in(frame.page, "urgency.summary", "a")
    yield "urgency, problems", lambda: press(frame, "next")
    yield "urgency, child", lambda: press(frame.page, "person.kind=child")
    yield "urgency, danger", lambda: press(frame.page, "urgency.immediate_danger=yes")
    yield "urgency, FGM", lambda: press(frame.page, "urgency.fgm=told-by-her")
    yield "person", lambda: frame.show_step("person")
    yield "person, letter", lambda: type_in(frame.page, "person.name", "a")
    yield "family", lambda: frame.show_step("family")
    yield "family, add a person", lambda: press(frame.page, "add-relation")
    yield "family, letter", letter(field_of(frame.page, "name"))
    yield "seen", lambda: frame.show_step("seen")
    yield from seen(frame)
    yield "said", lambda: frame.show_step("said")
    yield "said, add", lambda: press(frame.page, "add-saying")
    yield "said, letter", lambda: letter(field_of(frame.page, "words"))()
    yield "chronology", lambda: frame.show_step("chronology")
    yield "chronology, add", lambda: press(frame.page, "add-event")
    yield "chronology, letter", lambda: letter(field_of(frame.page, "text"))()
    yield "chronology, close", lambda: press_last(frame.page, ":close")
    yield "context", lambda: frame.show_step("context")
    yield "context, opinion", lambda: press(frame.page, "add-opinion")
    yield "context, letter", lambda: letter(field_of(frame.page, "text"))()
    yield "needs", lambda: frame.show_step("needs")
    yield "needs, add", lambda: press_last(frame.page, "add-safety-net")
    yield "needs, letter", lambda: letter(field_of(frame.page, "text"))()
    yield "needs, long text", lambda: field_of(frame.page, "text").setPlainText(LONG)
    yield "check", lambda: frame.show_step("check")
    yield "urgency again", lambda: frame.show_step("urgency")
    yield "check again", lambda: frame.show_step("check")
    yield "record, close", lambda: press(win.wizard, "save-and-close")


def seen(frame):
    from ui.record.body_map import BodyMap
    from ui.record.tooth_button import ToothButton

    body = found(frame.page, "body-map", BodyMap)
    for number, share in enumerate((0.5, 0.45)):
        at = body.to_widget(body.view.width * 0.5, body.view.height * share).toPoint()
        yield (
            f"seen, mark {number + 1}",
            partial(QTest.mouseClick, body, Qt.MouseButton.LeftButton, pos=at),
        )
    yield "seen, letter", letter(field_of(frame.page, "detail"))
    yield "seen, behaviour", lambda: press(frame.page, "add-observation")
    yield "teeth", lambda: press(frame.page, "part:teeth")
    teeth = [one for one in frame.page.findChildren(ToothButton) if one.isVisible()]
    for number in (0, 2):
        yield f"teeth, letter {number}", letter(teeth[number], "c")
    yield "teeth, form", teeth[1].click


def share(win, concern_id):
    yield "share", lambda: win.share(concern_id, anew=True), lambda: win.wizard is not None
    wizard = win.wizard
    for step in [one.id for one in wizard.case.flow.path(wizard.draft)][1:]:
        yield f"share, {step}", partial(wizard.show_step, step)
    yield "share, close", lambda: press(wizard, "save-and-close")


def setup(program):
    from ui.setup.wizard import SetupWizard

    wizard = program.shell.findChildren(SetupWizard)[0]

    def go_on() -> None:
        press(wizard, "next")

    yield "set-up", lambda: None
    yield "set-up, letter", lambda: type_in(wizard, "practice.name", "a")
    yield "set-up, problems", go_on
    put_in(wizard, "practice.name", "Riverside Dental")
    found(wizard, "practice.nation=england", QRadioButton).click()
    found(wizard, "practice.status=mixed-dental", QRadioButton).click()
    put_in(wizard, "practice.authority", "Northtown")
    yield "set-up, lead", go_on
    put_in(wizard, "lead.name", "Asha Rahman")
    put_in(wizard, "lead.profession", "dentist")
    yield "set-up, passphrase", lambda: type_in(wizard, "lead.passphrase", "a quiet river bends")
    put_in(wizard, "lead.passphrase_again", "a quiet river bends")
    yield "set-up, deputy", go_on
    found(wizard, "has_deputy=no", QRadioButton).click()
    yield "set-up, place", go_on
    yield "set-up, recovery", go_on
    yield "set-up, show words", lambda: press(wizard, "show-words")


def press_last(root, ending: str) -> None:
    each = [one for one in root.findChildren(QAbstractButton) if one.isVisible()]
    [one for one in each if one.objectName().endswith(ending)][-1].click()


def richest(desk) -> str:
    """Return the id of the concern with the most facts. Work for the worker."""
    concerns = desk.concerns
    each = [concerns.get(row.line.id).concern for row in concerns.newest()]
    return max(each, key=lambda one: len(one.facts)).id
