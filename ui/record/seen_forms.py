"""The forms of what was seen: a mark, and an observation."""

from PySide6.QtWidgets import QComboBox

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Injury, Observation
from sgdesk.domain.facts.options import (
    COLOURS,
    KNOWN_SINCE,
    MARK_KINDS,
    PATTERNS,
    SHAPES,
    landmarks,
)
from sgdesk.domain.facts.words import OBSERVATION_WORDS
from sgdesk.domain.maps import Side
from sgdesk.text import _
from ui.kit.binding import item_of
from ui.kit.choice_fields import options_of, yes_no_options
from ui.kit.form import Form
from ui.record.recording import Recording
from ui.record.suggestions import suggestion_binding
from ui.record.wording_watch import watch_wording

_MOST_MM = 2500
_SHORT = 6


def injury_form(recording: Recording, mark: Injury, side: Side | None) -> Form:
    """Return the form of one mark (FORMS B1). It has no field for the age of a mark."""
    form = Form(item_of(recording.draft, "facts", mark.id), mark.id)
    with form.beside(9):
        _suggest(form, "mark", _("&Kind"), MARK_KINDS, share=2)
        form.number("length_mm", _("Length"), unit="mm", most=_MOST_MM)
        form.number("width_mm", _("Width"), unit="mm", most=_MOST_MM)
        _suggest(form, "colour", _("Colour"), COLOURS, share=2)
    with form.beside(9):
        _suggest(form, "shape", _("Shape"), SHAPES, share=2)
        _suggest(form, "pattern", _("Pattern"), PATTERNS, share=2)
        form.number("count", _("How many"), most=99, share=2)
    with form.beside(14):
        for field, label in (
            ("skin_broken", _("Skin broken?")),
            ("swelling", _("Swelling?")),
            ("pain", _("Pain reported?")),
        ):
            asked = form.choice(field, label, yes_no_options(not_asked=True), as_list=True)
            if isinstance(asked.binding.widget, QComboBox):
                asked.binding.widget.setMinimumContentsLength(_SHORT)
    form.long_text("detail", _("Shape and detail"), rows=2)
    _add_landmarks(form, side)
    add_noticed(form, _("Seen by"))
    _add_known(form, recording.draft, mark)
    watch_wording(form, recording, mark.id, ("detail",))
    return form


def observation_form(recording: Recording, seen: Observation) -> Form:
    """Return the form of behaviour, demeanour or another observation."""
    form = Form(item_of(recording.draft, "facts", seen.id), seen.id)
    form.choice("topic", _("What was observed"), options_of(OBSERVATION_WORDS))
    form.long_text(
        "text", _("What you saw"), _("What they did and said, how long, who was there."), rows=2
    )
    add_noticed(form, _("Seen by"))
    watch_wording(form, recording, seen.id, ("text",))
    return form


def add_noticed(form: Form, by: str) -> None:
    """Ask who noticed it, on which day and at what time."""
    with form.beside(11):
        form.line("noticed_by", by)
        form.date("noticed_on", _("On"))
        form.time("noticed_at", _("At"))


def _add_landmarks(form: Form, side: Side | None) -> None:
    offered = landmarks(side)
    for number in (1, 2):
        with form.beside(9):
            form.number(
                f"distance_{number}_mm",
                _("Distance {number}").format(number=number),
                unit="mm",
                most=_MOST_MM,
            )
            label = _("From fixed point {number}").format(number=number)
            form.add(label, suggestion_binding(f"landmark_{number}", offered), share=3)


def _add_known(form: Form, draft: ConcernDraft, mark: Injury) -> None:
    form.tick("known_mark", _("A known mark, such as a birthmark: kept apart, never counted"))
    since = form.add(
        _("Known since"), suggestion_binding("known_since", [_(text) for text in KNOWN_SINCE])
    )
    form.only_if(
        lambda: any(
            fact.id == mark.id and isinstance(fact, Injury) and fact.known_mark
            for fact in draft.facts
        ),
        since,
    )


def _suggest(form: Form, field: str, label: str, words: tuple[str, ...], share: int) -> None:
    form.add(label, suggestion_binding(field, [_(word) for word in words]), share=share)
