"""The ways to the police, to a mandatory report and to a letter, from a concern and from Today."""

from datetime import date, time

from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from window_support import says, settle, texts

from sgdesk.domain.answers import YesNo
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.police import NewsKind, PoliceDraft, PoliceReason, PoliceWay
from sgdesk.ids import PoliceContactId
from ui.main_window.places import Place

S1, S2, S3 = "SG-2026-0031", "SG-2026-0029", "SG-2026-0033"
TODAY = date(2026, 11, 22)


def id_of(desk, reference):
    return desk.exchange.concern_of(reference)


def record_of(desk, reference):
    return desk.concerns.get(id_of(desk, reference)).concern


def opened(qtbot, window, desk, reference):
    window.open_concern(id_of(desk, reference))
    settle(qtbot)
    return window.page(Place.CONCERN)


def told(desk, reference, **changes):
    values = {
        "id": PoliceContactId("told"), "concern_id": id_of(desk, reference),
        "reason": PoliceReason.CRIME, "way": PoliceWay.NON_EMERGENCY,
        "force": "Weir County Police", "day": TODAY, "started": time(10, 40),
        "told": "What was seen.", "number_given": YesNo.YES, "incident_number": "Log 0123",
        "incident_on": TODAY, "by": "Asha Rahman",
    }  # fmt: skip
    return desk.police.record(PoliceDraft(**(values | changes)))


def reported(desk, **changes):
    values = {"reason": PoliceReason.FGM, "reporter": "Lee Byrne", "profession": "Dental nurse"}
    return told(desk, S3, **(values | changes))


def reading(qtbot, page):
    settle(qtbot)
    return "\n".join(texts(page))


# ------------------------------------------------------------------ the mandatory report


def test_the_record_says_whose_report_it_is_and_why(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S3)

    assert "Only Lee Byrne, Dental nurse, GDC 000002, can make this report." in reading(qtbot, page)
    press(qtbot, page, "fgm-why")

    read = reading(qtbot, page)
    assert "It cannot be handed to the lead or a manager." in read
    assert "Source: " in read


def test_the_next_step_leads_to_the_report_and_offers_nobody_but_the_reporter(
    qtbot, window, demo_desk
):
    page = opened(qtbot, window, demo_desk, S3)

    press(qtbot, page, "next-step")
    finish_pages(window.page(Place.POLICE))

    assert window.place is Place.POLICE
    names = [
        one.text()
        for one in window.page(Place.POLICE).findChildren(QRadioButton)
        if "reporter=" in one.objectName()
    ]
    assert names == ["Lee Byrne"]


def test_the_ready_list_is_made_from_the_record(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S3)

    press(qtbot, page, "ready-list")

    assert window.place is Place.PAPER
    papers = demo_desk.concerns.get(id_of(demo_desk, S3)).papers
    assert papers[-1].kind is PaperKind.READY_LIST


def test_a_report_that_waits_has_its_reason_and_stays_due(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S3)

    press(qtbot, page, "enter-fgm-delay")
    field(page, QPlainTextEdit, "because").setPlainText("Her uncle would hear of it tonight.")
    press(qtbot, page, "sign-entry")

    rules = {one.due.rule for one in demo_desk.dues.open(id_of(demo_desk, S3))}
    assert {"DL-FGM-DELAY-ADVICE", "DL-FGM-TARGET", "DL-FGM-LEGAL"} <= rules


def test_the_reporter_without_a_log_in_confirms_on_paper(qtbot, window, demo_desk):
    reported(demo_desk)
    page = opened(qtbot, window, demo_desk, S3)
    says(qtbot, page, "Lee Byrne has not confirmed yet that this is their report")

    press(qtbot, page, "police-confirm:told")
    settle(qtbot)
    press(qtbot, page, "sign-entry")

    (past,) = demo_desk.police.of(id_of(demo_desk, S3))
    assert past.news[-1].kind is NewsKind.CONFIRMED
    assert past.news[-1].by == "Lee Byrne"
    assert past.news[-1].text == "on paper, signed by the reporter"
    assert "has not confirmed" not in reading(qtbot, page)


def test_a_report_that_the_lead_wrote_down_stays_due_and_asks_for_its_reporter_s_word(
    qtbot, window, demo_desk
):
    reported(demo_desk)
    page = opened(qtbot, window, demo_desk, S3)
    read = reading(qtbot, page)
    assert "It stays due until Lee Byrne confirms it as theirs, signed in or on paper" in read
    assert "No report is due any more" not in read
    assert "Police report due" in read

    press(qtbot, page, "next-step")
    settle(qtbot)
    press(qtbot, page, "sign-entry")

    says(qtbot, page, "No report is due any more. It was for Lee Byrne")
    rules = {one.due.rule for one in demo_desk.dues.open(id_of(demo_desk, S3))}
    assert not {"DL-FGM-TARGET", "DL-FGM-LEGAL"} & rules


def test_today_leads_to_the_word_of_the_reporter(qtbot, window, demo_desk):
    reported(demo_desk)
    window.open_place(Place.TODAY)
    today = window.page(Place.TODAY)
    says(qtbot, today, "A report by Lee Byrne is written down. It stays due until Lee Byrne")

    press(qtbot, today, f"due:DL-FGM-TARGET:{S3}")
    settle(qtbot)
    press(qtbot, window.page(Place.CONCERN), "sign-entry")

    (past,) = demo_desk.police.of(id_of(demo_desk, S3))
    assert past.news[-1].kind is NewsKind.CONFIRMED


def test_a_sister_has_a_concern_of_her_own(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S3)

    press(qtbot, page, "sister-concern")

    qtbot.waitUntil(lambda: window.wizard is not None)
    assert window.wizard.draft.id != id_of(demo_desk, S3)
    assert window.wizard.draft.person.name == ""
    assert window.wizard.draft.beside == id_of(demo_desk, S3)


def test_a_concern_about_a_sister_whom_the_record_names_begins_with_what_it_says_of_her(
    qtbot, window, demo_desk
):
    (sister,) = [one for one in record_of(demo_desk, S3).relations if one.is_child]
    page = opened(qtbot, window, demo_desk, S3)

    press(qtbot, page, "sister-concern:1")

    qtbot.waitUntil(lambda: window.wizard is not None)
    draft = window.wizard.draft
    assert (draft.person.name, draft.person.born) == (sister.name, sister.born)
    assert draft.beside == id_of(demo_desk, S3)


# ------------------------------------------------------------------ contacts and numbers


def test_a_number_that_is_not_in_the_clinical_record_warns_here_and_on_today(
    qtbot, window, demo_desk
):
    told(demo_desk, S2)
    page = opened(qtbot, window, demo_desk, S2)
    sentence = "Write it into the clinical record: Incident number Log 0123 of 22 Nov 2026."

    assert sentence in reading(qtbot, page)
    window.open_place(Place.TODAY)
    assert sentence in reading(qtbot, window.page(Place.TODAY))
    press(qtbot, window.page(Place.TODAY), f"police:{S2}")
    settle(qtbot)
    press(qtbot, page, "police-filed:told")
    settle(qtbot)
    press(qtbot, page, "sign-entry")

    assert sentence not in reading(qtbot, page)
    window.open_place(Place.TODAY)
    assert sentence not in reading(qtbot, window.page(Place.TODAY))


def test_what_came_later_is_added_and_ends_what_waited_for_it(qtbot, window, demo_desk):
    told(demo_desk, S2, number_given=YesNo.NO, asked=time(10, 50), incident_number="")
    today = window.page(Place.TODAY)
    window.open_place(Place.TODAY)
    settle(qtbot)

    press(qtbot, today, f"due:DL-POLICE-REF:{S2}")
    settle(qtbot)
    page = window.page(Place.CONCERN)
    field(page, QLineEdit, "number").setText("Log 0999")
    field(page, QLineEdit, "number_on").setText("22 11 2026")
    press(qtbot, page, "sign-entry")

    (past,) = demo_desk.police.of(id_of(demo_desk, S2))
    assert [one.number for one in past.numbers] == ["Log 0999"]
    assert "DL-POLICE-REF" not in {
        one.due.rule for one in demo_desk.dues.open(id_of(demo_desk, S2))
    }


def test_the_incident_number_record_is_printed_from_the_page(qtbot, window, demo_desk):
    told(demo_desk, S1)
    page = opened(qtbot, window, demo_desk, S1)

    press(qtbot, page, "police-print:told")

    assert window.place is Place.PAPER
    assert demo_desk.concerns.get(id_of(demo_desk, S1)).papers[-1].kind is PaperKind.POLICE_RECORD


def test_the_history_and_the_page_of_the_log_know_the_contact(qtbot, window, demo_desk):
    told(demo_desk, S1)
    view = demo_desk.concerns.get(id_of(demo_desk, S1))

    (entry,) = [one for one in view.history if one.what.startswith("Police told")]
    assert "Log 0123" in entry.detail


# ------------------------------------------------------------------ letters and the ladder


def test_the_letter_that_comes_next_is_filled_in_changed_and_made(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S2)

    press(qtbot, page, "letter:chase")
    settle(qtbot)
    box = field(page, QPlainTextEdit, "happened")
    assert "we sent you a referral" in box.toPlainText()
    box.setPlainText("Nobody has rung us.")
    press(qtbot, page, "sign-entry")

    assert window.place is Place.PAPER
    assert demo_desk.concerns.get(id_of(demo_desk, S2)).papers[-1].kind is PaperKind.LETTER


def test_a_disagreement_climbs_the_ladder_and_is_settled(qtbot, window, demo_desk):
    concern = id_of(demo_desk, S2)
    page = opened(qtbot, window, demo_desk, S2)
    for kind in (LetterKind.PRACTITIONERS, LetterKind.MANAGERS):
        press(qtbot, page, f"letter:{kind}")
        settle(qtbot)
        field(page, QPlainTextEdit, "happened").setPlainText("We do not agree.")
        press(qtbot, page, "sign-entry")
        page = opened(qtbot, window, demo_desk, S2)
    assert "DL-ESC-AGENCY-L2" in {one.due.rule for one in demo_desk.dues.open(concern)}

    press(qtbot, page, "enter-settling")
    field(page, QPlainTextEdit, "how").setPlainText("Spoke to their manager; they visit today.")
    press(qtbot, page, "sign-entry")

    assert not [one for one in demo_desk.dues.open(concern) if one.due.rule.startswith("DL-ESC")]
    assert "Settled: Spoke to their manager; they visit today." in reading(qtbot, page)


def test_a_strategy_discussion_makes_the_conference_due(qtbot, window, demo_desk):
    concern = id_of(demo_desk, S2)
    demo_desk.outcomes.record(
        Outcome(
            id="", concern_id=concern, kind=OutcomeKind.ACCEPTED, at=demo_desk.clock.now(),
            decision="Enquiries under section 47.", strategy_on=TODAY,
        )
    )  # fmt: skip

    assert "DL-ICPC-INFO" in {one.due.rule for one in demo_desk.dues.open(concern)}


# ------------------------------------------------------------------ how it looks


def test_everything_on_the_page_has_a_name_and_fits_a_small_window(qtbot, window, demo_desk):
    reported(demo_desk)
    window.resize(1093, 614)
    page = opened(qtbot, window, demo_desk, S3)

    assert unnamed_fields(page) == []
    assert page.horizontalScrollBar().maximum() == 0


def test_at_twice_the_size_nothing_is_cut(qtbot, large, window, demo_desk):
    reported(demo_desk)
    window.resize(1366, 768)
    page = opened(qtbot, window, demo_desk, S3)

    assert page.horizontalScrollBar().maximum() == 0


def test_no_letter_to_a_home_is_offered_in_such_a_concern(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S3)

    offered = [one.objectName() for one in page.findChildren(QPushButton)]
    assert not [name for name in offered if name.startswith("letter:")]
    assert "Send no letter, text or reminder that could reach her home." in reading(qtbot, page)


def test_a_contact_without_a_concern_is_put_to_one_from_today(qtbot, window, demo_desk):
    contact = told(demo_desk, S1, concern_id=None)
    window.open_place(Place.TODAY)
    today = window.page(Place.TODAY)
    says(qtbot, today, "Police contacts without a concern")
    box = field(today, QComboBox, f"{contact.id}.concern_id")
    box.setCurrentIndex(box.findText(S1, Qt.MatchFlag.MatchStartsWith))

    press(qtbot, today, f"attach:{contact.id}")

    says(qtbot, window.page(Place.CONCERN), "The police contact was put to this concern.")
    assert contact.id in {one.contact.id for one in demo_desk.police.of(id_of(demo_desk, S1))}


def test_a_contact_without_a_concern_is_printed_from_today(qtbot, window, demo_desk):
    contact = told(demo_desk, S1, concern_id=None)
    window.open_place(Place.TODAY)
    today = window.page(Place.TODAY)
    says(qtbot, today, "Police contacts without a concern")

    press(qtbot, today, f"print-contact:{contact.id}")

    assert window.place is Place.PAPER


def test_an_answer_that_is_late_leads_to_its_letter_in_one_press(qtbot, window, demo_desk):
    window.open_place(Place.TODAY)
    today = window.page(Place.TODAY)
    qtbot.waitUntil(lambda: today.findChild(QPushButton, f"due:DL-ACK-E:{S2}") is not None)

    press(qtbot, today, f"due:DL-ACK-E:{S2}")

    page = window.page(Place.CONCERN)
    assert window.place is Place.CONCERN
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "letter:chase") is not None)
    chase = page.findChild(QPushButton, "letter:chase")
    qtbot.waitUntil(lambda: chase.hasFocus() and not chase.visibleRegion().isEmpty())
    press(qtbot, page, "letter:chase")
    qtbot.waitUntil(lambda: page.findChild(QPlainTextEdit, "happened") is not None)


def test_an_agency_can_be_rung_from_beside_the_letter(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk, S2)

    press(qtbot, page, "call:chase")

    assert window.place is Place.CALL
