from sgdesk.domain.flows.engine import Caret


def test_a_draft_comes_back_with_its_page_text_and_caret(desk):
    draft = desk.concerns.begin()
    desk.concerns.save_draft(draft, "person", Caret("person.name", 3))

    opened = desk.concerns.open_draft(draft.id)

    assert opened.draft == draft
    assert (opened.step, opened.caret) == ("person", Caret("person.name", 3))


def test_the_first_save_gives_a_reference_and_the_next_keeps_it(desk):
    draft = desk.concerns.begin()

    first = desk.concerns.save_draft(draft, "urgency", Caret())
    second = desk.concerns.save_draft(draft, "urgency", Caret())

    assert (first.reference, second.reference) == ("SG-2026-0001", "SG-2026-0001")


def test_today_shows_the_draft_to_continue(desk):
    draft = desk.concerns.begin()
    desk.concerns.save_draft(draft, "urgency", Caret())

    view = desk.today.view()

    assert [line.reference for line in view.drafts] == ["SG-2026-0001"]
    assert [row.stage.text for row in view.concerns] == ["Being recorded"]
