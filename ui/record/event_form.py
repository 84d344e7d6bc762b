"""The form of one entry of the chronology."""

import msgspec

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.facts.words import ATTENDANCE_WORDS, EVENT_WORDS
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.record.later_form import LaterForm
from ui.record.recording import Recording, facts_of, replace_fact
from ui.record.suggestions import suggestion_binding
from ui.record.wording_watch import watch_wording

_NO_APPOINTMENT = (EventKind.CONTACT, EventKind.NOTE)


def event_form(recording: Recording, event: Event) -> Form:
    """Return the form of an appointment, letter, call or other dated entry; its date at once."""
    form = LaterForm(item_of(recording.draft, "facts", event.id), event.id)
    with form.beside(20):
        form.date("happened_on", _("&Date"))
        form.time("happened_at", _("Time"))
    form.later(
        lambda: _add_kind(form, recording, event),
        lambda: form.long_text("text", _("What was found or done"), rows=2),
        lambda: form.long_text(
            "outreach", _("Calls, messages and letters, each with its result"), rows=2
        ),
        lambda: form.line("reason_given", _("Reason given, in their words")),
        lambda: _add_whose(form, recording),
        lambda: form.line(
            "noticed_by", _("Where this is written"), _("Such as the appointment book.")
        ),
        lambda: watch_wording(form, recording, event.id, ("text", "outreach")),
    )
    form.changed.connect(lambda field: _fit_attendance(recording, event, form, field))
    return form


def _add_kind(form: Form, recording: Recording, event: Event) -> None:
    with form.beside(20):
        form.choice("event", _("Kind of entry"), options_of(EVENT_WORDS), as_list=True)
        ended = form.choice(
            "attendance", _("How it ended"), options_of(ATTENDANCE_WORDS), as_list=True
        )
    form.only_if(lambda: _held(recording, event).event not in _NO_APPOINTMENT, ended)


def _add_whose(form: Form, recording: Recording) -> None:
    others = [one.name for one in recording.draft.relations if one.name]
    form.add(
        _("Whose appointment"),
        suggestion_binding("also_about", others),
        _("Only if it is somebody else’s, such as a brother’s or a sister’s. It is not counted."),
    )


def _fit_attendance(recording: Recording, event: Event, form: Form, field: str) -> None:
    now = _held(recording, event)
    apart = Attendance.NOT_AN_APPOINTMENT
    if field != "event" or (now.event in _NO_APPOINTMENT) is (now.attendance is apart):
        return
    ended = apart if now.event in _NO_APPOINTMENT else None
    replace_fact(recording.draft, msgspec.structs.replace(now, attendance=ended))
    form.load()


def _held(recording: Recording, event: Event) -> Event:
    found = (one for one in facts_of(recording.draft, Event) if one.id == event.id)
    return next(found, event)
