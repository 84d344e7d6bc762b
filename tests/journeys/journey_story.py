"""What somebody types from the first run to the follow-up, page by page."""

import re

from journey_papers import text_of
from journey_sample import (
    AGENCY,
    APPOINTMENTS,
    CONDITION,
    CONTEXTS,
    DEPUTY,
    LEAD,
    MARKS,
    NEEDS,
    PRACTICE,
    RELATIONS,
    SAYINGS,
    SO_THAT,
    URGENCY,
)
from print_queue import printed
from PySide6.QtCore import Qt

from sgdesk.domain.paper import PAPER_WORDS


def set_up(keyboard, queue, asker, backups):
    """Set up the practice, until Today is there."""
    keyboard.heading("The practice")
    keyboard.fill_all("practice.", **PRACTICE)
    keyboard.answer("nation", "england")
    keyboard.answer("status", "mixed-dental")
    keyboard.fill("practice.authority", "Northtown")
    keyboard.go_on("You, the lead")
    keyboard.fill_all("lead.", **LEAD)
    keyboard.go_on("Your deputy")
    keyboard.answer("has_deputy", "yes")
    keyboard.fill_all("deputy.", **DEPUTY)
    keyboard.go_on("Where the records live")
    keyboard.go_on("The recovery sheet")
    keyboard.choose("printer", queue)
    keyboard.push("print-sheet")
    keyboard.says(f"Sent to {queue}.")
    keyboard.fill("typed_words", words_of_sheet(printed("SG Desk recovery sheet")))
    keyboard.go_on("A second place for backups")
    asker.answers.append(backups)
    keyboard.push("make-backup")
    keyboard.says("was made, opened and checked.")
    keyboard.go_on("Policies")
    keyboard.fill("appropriate_policy.reference", "IG-07")
    keyboard.go_on("First agencies")
    add_duty_team(keyboard)
    keyboard.push("next")
    keyboard.wait(lambda: keyboard.window is not None)
    keyboard.heading("Today")


def words_of_sheet(pdf):
    """Return the words that stand on a printed recovery sheet, in their order."""
    numbered = re.findall(r"\b(\d{1,2})\.? +([a-z]{4,8})\b", text_of(pdf))
    return " ".join(word for _number, word in sorted((int(n), word) for n, word in numbered))


def add_duty_team(keyboard):
    keyboard.push("add-agency")
    keyboard.fill("name", AGENCY)
    keyboard.choose("kind", "Children")
    keyboard.fill_all(
        "", area="Northtown", phone="01632 960140", hours="Mon-Fri 08:30-17:00",
        phone_out_of_hours="01632 960199", email="duty.team@northtown.example",
        portal="https://portal.northtown.example",
    )  # fmt: skip
    for channel in ("portal", "form", "secure-email"):
        keyboard.tick(f"channels={channel}")
    keyboard.choose("preferred", "Portal")
    keyboard.fill_all(
        "", written_hours="48", acknowledge_days="1", checked_on="2 11 2026",
        checked_by="Asha Rahman", source="their website",
    )  # fmt: skip
    keyboard.push("save-agency")
    keyboard.wait(lambda: keyboard.field("add-agency").isVisible())
    keyboard.says(AGENCY)


def record(keyboard):
    """Record S1 and sign it, until its page is there."""
    keyboard.hold(Qt.Key.Key_N)
    keyboard.heading("Urgency")
    record_urgency(keyboard)
    keyboard.go_on("The person")
    record_person(keyboard)
    keyboard.go_on("Family and contacts")
    record_family(keyboard)
    keyboard.go_on("What was seen")
    record_marks(keyboard)
    keyboard.go_on("What was said")
    record_sayings(keyboard)
    keyboard.go_on("Chronology")
    record_chronology(keyboard)
    keyboard.go_on("Context")
    record_cards(keyboard, CONTEXTS)
    keyboard.go_on("Risk and immediate needs")
    record_cards(keyboard, NEEDS)
    keyboard.go_on("Check the record")
    keyboard.push("next")
    keyboard.says("Recorded as SG-2026-0001.")


def record_urgency(keyboard):
    keyboard.answer("immediate_danger", "no")
    keyboard.answer("kind", "child")
    keyboard.fill("urgency.summary", URGENCY)
    keyboard.tick("harms=physical")
    keyboard.answer("episode", "nhs")
    keyboard.answer("about_colleague", "no")
    keyboard.answer("fgm", "not-raised")
    keyboard.answer("sexual_abuse", "no")
    keyboard.answer("baby_with_mark", "no")


def record_person(keyboard):
    keyboard.fill_all(
        "person.", name="Mia Thornton", known_as="Mimi", born="14 2 2020",
        nhs_number="999 123 4012", address="12 Weir Street", postcode="ZZ99 2QA",
        language="English", whereabouts="Left with her father at 10:40, the team informed.",
    )  # fmt: skip
    keyboard.push("fold")
    keyboard.fill_all(
        "person.", interpreter="Her mother: Sylheti", school="Weir Street Primary",
        gp="Dr Amos, Mill Road Surgery",
    )  # fmt: skip


def record_family(keyboard):
    for name, relationship, ticks in RELATIONS:
        keyboard.push("add-relation")
        keyboard.fill(".name", name)
        keyboard.fill(".relationship", relationship)
        if not ticks or "alleged_source" in ticks:
            keyboard.answer("in_household", "yes")
            keyboard.answer("parental_responsibility", "yes")
        for one in ticks:
            keyboard.tick(f".{one}")


def record_marks(keyboard):
    for place, answers in MARKS:
        keyboard.tab_to("add-mark")
        keyboard.write(place)
        keyboard.press(Qt.Key.Key_Return)
        for field, text in answers.items():
            keyboard.fill(f".{field}", text)
        if place == "left cheek":
            keyboard.choose(".skin_broken", "No")
    keyboard.tick(".known_mark")
    keyboard.fill(".known_since", "Recorded at registration")
    keyboard.push("add-observation")
    keyboard.fill(
        ".text", "Silent while father was in the room; answered when alone with the nurse."
    )
    keyboard.fill_all(".", noticed_by="L. Byrne", noticed_on="20 11 2026", noticed_at="09:46")
    keyboard.fill_all(
        "presentation.", presented_on="20 11 2026", presented_at="09:38", event_on="11 11 2026",
        event_said_by="Father", left_with="Father", left_at="10:40",
    )  # fmt: skip


def record_sayings(keyboard):
    for answers in SAYINGS:
        keyboard.push("add-saying")
        for field, text in answers.items():
            keyboard.fill(f".{field}", text)
        keyboard.tick(".is_explanation")
        if answers["speaker"] == "Mother":
            keyboard.answer("hearing", "telephone")


def record_chronology(keyboard):
    for day, kind, ended, text, outreach in APPOINTMENTS:
        keyboard.push("add-event")
        keyboard.fill(".happened_on", day)
        keyboard.choose(".event", kind)
        keyboard.choose(".attendance", ended)
        keyboard.fill(".text", text)
        keyboard.fill(".outreach", outreach)
    keyboard.fill("presentation.count_from", "11 Dec 2025")


def record_cards(keyboard, cards):
    for topic, answers in cards:
        keyboard.push(f"add-{topic}")
        for field, text in answers.items():
            keyboard.fill(f".{field}", text)


def share(keyboard):
    """Decide to share S1 with the duty team, until it can be sent."""
    keyboard.push("next-step")
    keyboard.heading("Purpose")
    keyboard.fill("purpose.so_that", SO_THAT)
    keyboard.fill("purpose.ask", "What may be said to her parents.")
    keyboard.go_on("Consent and openness")
    keyboard.answer("family_told", "no")
    keyboard.tick("not_told_reasons=risk-to-child")
    keyboard.answer("agreement", "not-sought")
    keyboard.push("same-reasons")
    keyboard.fill("consent.own_view", "Not asked; what she said is recorded word for word.")
    keyboard.go_on("Lawful basis")
    keyboard.push("use-usual-basis")
    keyboard.fill("basis.factors.harm-if-withheld", "Further harm to Mia.")
    keyboard.push("rest-no-weight")
    keyboard.fill("basis.gateway_factors", "Further harm to Mia weighs more than trust.")
    keyboard.go_on("Necessary, proportionate")
    keyboard.answer("without_naming", "no")
    keyboard.fill_all(
        "necessity.", naming_needed_because="The team must find and protect a named child.",
        risk_of_sharing="The family may stop coming.",
        risk_of_not_sharing="Further marks and further pain.",
    )  # fmt: skip
    keyboard.go_on("Recipient")
    share_to_whom(keyboard)
    keyboard.go_on("Only what they need")
    keyboard.says("Speculation")
    keyboard.go_on("Conditions")
    keyboard.push("usual-conditions")
    keyboard.fill("conditions.not_to_disclose", CONDITION)
    keyboard.go_on("Check and preview")
    keyboard.says("Page 1 of")
    keyboard.push("next")
    keyboard.heading("Send or print")


def share_to_whom(keyboard):
    keyboard.answer("agency_id", AGENCY)
    keyboard.fill("recipient.person", "J. Okoro")
    keyboard.fill("recipient.role", "duty social worker")
    keyboard.go_on("Route")
    keyboard.answer("kind", "secure-email")
    keyboard.fill("route.not_preferred_because", "The portal failed at 10:02.")
    keyboard.fill("route.safe_because", "Their own inbox, confirmed on the telephone.")
    keyboard.answer("password_by", "telephone")


def note_failed_portal(keyboard):
    """Record on the page on sending that the portal failed, as a try of its own."""
    keyboard.choose("attempt.route", "Portal")
    keyboard.fill("attempt.at", "10:02")
    keyboard.answer("attempt.state", "failed")
    keyboard.choose("attempt.failure", "It hung or timed out")
    keyboard.fill("attempt.message", "Gateway timeout after sign-in")
    keyboard.push("record-attempt")
    keyboard.says("Recorded as failed.")


def ring_duty_team(keyboard):
    """Ring because the portal failed, write the call down, and come back."""
    keyboard.push("call")
    keyboard.heading("Log a call")
    keyboard.tab_to("agency_id")
    keyboard.choose("agency_id", AGENCY)
    keyboard.fill_all(
        "", started="10:05", ended="10:19", spoke_to="J. Okoro", role="duty social worker",
        told="Who she is, the marks, her words and the missed treatment.",
        advice="Do not speak to father about the bruise before they ring back.",
        agreed="A written referral to the duty inbox within 48 hours.",
        family_to_be_told="No, not before they ring back.", written_hours_said="48",
    )  # fmt: skip
    keyboard.answer("read_back", "yes")
    keyboard.push("record-call")
    keyboard.heading("Send or print")


def print_paper(keyboard, kind, queue):
    """Print a copy on a page of the decision; return what came out of the printer."""
    print_on(keyboard, kind, queue)
    return printed("SG-2026-0001 copy 1")


def print_on(keyboard, kind, queue):
    """Print a copy on a page of the decision, until it is sent."""
    keyboard.choose("printer", queue)
    keyboard.push(f"print:{kind}")
    keyboard.says(f"{PAPER_WORDS[kind]}, copy 1: sent to the printer.")


def file_entry(keyboard):
    """Say who made the entry in the clinical record, and go on."""
    keyboard.says("The entry to paste")
    keyboard.answer("coded", "yes")
    keyboard.answer("hidden_online", "yes")
    keyboard.answer("proxy_checked", "yes")
    keyboard.push("made-just-now")
    keyboard.go_on("Follow-up")
