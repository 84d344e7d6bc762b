"""The form of one thing said: the words first, then how they came to be heard."""

from collections.abc import Callable
from dataclasses import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.accounts import named_mark
from sgdesk.domain.facts.kinds import Event, Hearing, Injury, Observation, Saying
from sgdesk.domain.facts.options import HEARING_WORDS, LANGUAGES, RELATIONSHIPS
from sgdesk.domain.facts.tied_marks import mark_names
from sgdesk.domain.facts.tooth_words import named_tooth
from sgdesk.domain.facts.words import label
from sgdesk.domain.quoting import quoted_words
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.choice_fields import options_of, ticks_binding
from ui.kit.form import Form
from ui.record.later_form import LaterForm
from ui.record.recording import Recording, facts_of
from ui.record.speaker import fill_relation
from ui.record.suggestions import suggestion_binding
from ui.record.wording_watch import watch_wording


def saying_form(recording: Recording, saying: Saying) -> Form:
    """Return the form of one thing said; the speaker at once, the rest a moment later."""
    draft = recording.draft
    form = LaterForm(item_of(draft, "facts", saying.id), saying.id)
    # Its line says how long after it was heard it was written down.
    form.changed.connect(lambda field: recording.written_again(saying.id, field))

    def now() -> Saying:
        return next((one for one in facts_of(draft, Saying) if one.id == saying.id), saying)

    _add_speaker(form, draft)
    fill_relation(form, draft, now)
    form.later(
        lambda: _add_question(form),
        lambda: _add_words(form),
        lambda: _add_gist(form, now),
        lambda: _add_explaining(form, draft, now),
        lambda: _add_hearing(form, now),
        lambda: _add_heard(form),
        lambda: _add_language(form),
        lambda: _add_rest(form, now),
        lambda: watch_wording(form, recording, saying.id, ("gist", "demeanour")),
    )
    return form


def _add_speaker(form: Form, draft: ConcernDraft) -> None:
    people = tuple(one.name for one in draft.relations if one.name)
    child = (draft.person.name,) if draft.person.name else ()
    with form.beside(20):
        form.add(_("&Who spoke"), suggestion_binding("speaker", (*child, *people)))
        form.add(
            _("Who that is"), suggestion_binding("relationship", [_(t) for t in RELATIONSHIPS])
        )


def _add_question(form: Form) -> None:
    form.long_text(
        "question",
        _("The question asked, if any"),
        _("As it was put. Open ones are best: tell me, explain, describe."),
        rows=2,
    )


def _add_words(form: Form) -> None:
    asked = form.long_text(
        "words",
        _("Exact words"),
        _("Without quotation marks; they are printed with them. Nothing here is ever changed."),
        rows=2,
    )
    held = asked.binding
    asked.binding = replace(held, remark=lambda: quoted_words(held.read()))


def _add_gist(form: Form, now: Callable[[], Saying]) -> None:
    gist = form.long_text(
        "gist", _("If no exact words were noted: what was told, in your own words"), rows=2
    )
    form.only_if(lambda: not now().words.strip() or bool(now().gist), gist)


def _add_explaining(form: Form, draft: ConcernDraft, now: Callable[[], Saying]) -> None:
    form.tick("is_explanation", _("This explains how a mark or injury came about"))
    explains = form.add(
        _("What it explains"), suggestion_binding("explains", _what_was_found(draft))
    )
    form.only_if(lambda: now().is_explanation, explains)
    if marks := mark_names(draft.facts):
        tied = form.add(
            _("Which marks of the body map it explains"),
            ticks_binding("explains_marks", marks, in_columns=True),
        )
        form.only_if(lambda: now().is_explanation, tied)


def _add_hearing(form: Form, now: Callable[[], Saying]) -> None:
    with form.beside(20):
        form.line("to_whom", _("Said to"))
        form.line("present", _("Who else was present"), _("Or: alone."))
    form.choice("hearing", _("How it was heard"), options_of(HEARING_WORDS))
    reported = form.line("reported_by", _("Reported by"))
    form.only_if(lambda: now().hearing is Hearing.REPORTED, reported)


def _add_heard(form: Form) -> None:
    with form.beside(11):
        form.line("noticed_by", _("Heard by"))
        form.date("noticed_on", _("Heard on"))
        form.time("noticed_at", _("At"))


def _add_language(form: Form) -> None:
    with form.beside(20):
        form.add(_("Language"), suggestion_binding("language", [_(text) for text in LANGUAGES]))
        form.line("interpreter", _("Interpreter"))
    with form.beside(20):
        form.date("happened_on", _("When it is said to have happened"))
        form.time("happened_at", _("At"))


def _add_rest(form: Form, now: Callable[[], Saying]) -> None:
    with form.fold(_("more about how it was said")):
        form.line("place", _("Where it was said"))
        form.long_text(
            "demeanour", _("Demeanour"), _("What could be seen or heard, not what it meant."),
            rows=2,
        )  # fmt: skip
        form.long_text("then", _("What happened then, and who was told"), rows=2)
        form.yes_no("notes_kept", _("Were rough notes made?"), _("Keep them: they are evidence."))
        held = form.line("notes_held", _("Where the rough notes are kept"))
    form.only_if(lambda: now().notes_kept is YesNo.YES, held)


def _what_was_found(draft: ConcernDraft) -> list[str]:
    marks = [named_mark(one) for one in facts_of(draft, Injury) if not one.known_mark]
    teeth = [named_tooth(one) for seen in facts_of(draft, Observation) for one in seen.teeth]
    events = [f"{label(one)}, {one.text}" for one in facts_of(draft, Event) if one.text]
    return [text for text in dict.fromkeys([*marks, *teeth, *events]) if text]
