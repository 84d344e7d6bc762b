"""The forms of what was seen: a mark, and an observation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts.kinds import Injury, Observation, ObservationTopic
from sgdesk.domain.facts.landmark_sides import landmark_doubt
from sgdesk.domain.facts.landmarks import landmarks_near
from sgdesk.domain.facts.options import (
    COLOURS,
    KNOWN_SINCE,
    MARK_KINDS,
    ORIENTATIONS,
    PATTERNS,
    SHAPES,
)
from sgdesk.domain.facts.words import OBSERVATION_WORDS
from sgdesk.domain.maps import Side
from sgdesk.domain.wording.ages import SHORT_ANSWERS
from sgdesk.text import _
from ui.kit.beside import Beside
from ui.kit.binding import item_of
from ui.kit.cards import Fold
from ui.kit.choice_fields import options_of, yes_no_options
from ui.kit.form import Form
from ui.kit.wording_hint import hint_ages
from ui.record.later_form import LaterForm
from ui.record.recording import Recording
from ui.record.suggestions import suggestion_binding
from ui.record.wording_watch import watch_wording

_MOST_MM = 2500
_SHORT = 6
# The teeth have a chart of their own.
_OBSERVATIONS = {
    topic: text for topic, text in OBSERVATION_WORDS.items() if topic is not ObservationTopic.TEETH
}
_SIGNS = {
    "skin_broken": "Skin broken?",
    "swelling": "Swelling?",
    "pain": "Pain reported?",
}
_MORE_SIGNS = {
    "bleeding": "Bleeding?",
    "scab": "Scab?",
    "blister": "Blister?",
    "grit": "Grit or dirt?",
    "hot": "Hot to the touch?",
    "movement": "Movement restricted?",
    "blanches": "Blanches when pressed?",
    "petechiae": "Pinpoint red spots?",
    "seen_directly": "Seen by you yourself?",
    "photo": "Photograph taken?",
}


def injury_form(recording: Recording, mark: Injury, side: Side | None) -> Form:
    """Return the form of one mark (FORMS B1), its kind at once and the rest a moment later.
    It has no field for the age of a mark."""
    draft = recording.draft
    form, offered = LaterForm(item_of(draft, "facts", mark.id), mark.id), landmarks_near(mark, side)
    with form.beside(9) as first_line:
        _suggest(form, "mark", _("&Kind"), MARK_KINDS, share=2)
    form.later(
        lambda: _add_size(form, first_line),
        lambda: _add_shape(form),
        *_signs(form, _SIGNS),
        lambda: form.long_text("detail", _("Detail, in your own words"), rows=2),
        lambda: _add_landmark(form, 1, offered, lambda: _held(draft, mark)),
        lambda: _add_landmark(form, 2, offered, lambda: _held(draft, mark)),
        lambda: add_noticed(form, _("Seen by")),
        *_more(form, draft, mark),
        lambda: _add_known(form, draft, mark),
        lambda: watch_wording(form, recording, mark.id, ("detail",)),
        lambda: hint_ages(form, recording.desk.wording, SHORT_ANSWERS),
    )
    return form


def _add_size(form: Form, first_line: Beside) -> None:
    with form.more_beside(first_line):
        form.number("length_mm", _("Length"), unit="mm", most=_MOST_MM)
        form.number("width_mm", _("Width"), unit="mm", most=_MOST_MM)
        _suggest(form, "colour", _("Colour"), COLOURS, share=2)


def _add_shape(form: Form) -> None:
    with form.beside(9):
        _suggest(form, "shape", _("Shape"), SHAPES, share=2)
        _suggest(form, "pattern", _("Pattern"), PATTERNS, share=2)
        form.number("count", _("How many"), most=99, share=2)


def observation_form(recording: Recording, seen: Observation) -> Form:
    """Return the form of behaviour, demeanour, the teeth as a whole, or another observation."""
    form = LaterForm(item_of(recording.draft, "facts", seen.id), seen.id)
    if seen.topic is ObservationTopic.TEETH:
        form.long_text("text", _("About the teeth as a whole"), rows=2)
    else:
        with form.beside() as above:
            pass
        form.long_text(
            "text", _("What you saw"), _("What they did and said, how long, who was there."), rows=2
        )
        form.later(lambda: _add_topic(form, above))
    form.later(
        lambda: add_noticed(form, _("Seen by")),
        lambda: watch_wording(form, recording, seen.id, ("text",)),
    )
    return form


def _add_topic(form: Form, above: Beside) -> None:
    # A moment later, because so many choices take time to make, but above what is typed first.
    with form.more_beside(above):
        form.choice("topic", _("What was observed"), options_of(_OBSERVATIONS))


def add_noticed(form: Form, by: str) -> None:
    """Ask who noticed it, on which day and at what time."""
    with form.beside(11):
        form.line("noticed_by", by)
        form.date("noticed_on", _("On"))
        form.time("noticed_at", _("At"))


def _add_landmark(
    form: Form, number: int, offered: Sequence[str], held: Callable[[], Injury]
) -> None:
    with form.beside(9):
        form.number(
            f"distance_{number}_mm",
            _("Distance {number}").format(number=number),
            unit="mm",
            most=_MOST_MM,
        )
        label = _("From fixed point {number}").format(number=number)
        line = suggestion_binding(f"landmark_{number}", offered)
        form.add(label, replace(line, doubt=lambda: landmark_doubt(held(), line.read())), share=3)


def _signs(form: Form, signs: Mapping[str, str]) -> list[Callable[[], None]]:
    """Return what asks for signs beside each other, one after another: a list is slow to make."""
    places: list[Beside] = []

    def ask(field: str, label: str) -> None:
        if not places:
            with form.beside(14) as place:
                places.append(place)
        with form.more_beside(places[0]):
            asked = form.choice(field, _(label), yes_no_options(not_asked=True), as_list=True)
        if isinstance(asked.binding.widget, QComboBox):
            asked.binding.widget.setMinimumContentsLength(_SHORT)

    return [partial(ask, field, label) for field, label in signs.items()]


def _more(form: Form, draft: ConcernDraft, mark: Injury) -> list[Callable[[], None]]:
    """Return what makes the folded part, piece after piece."""
    folds: list[Fold] = []

    def begin() -> None:
        with form.fold(_("more about this mark")) as fold, form.beside(9):
            folds.append(fold)
            form.number("diameter_mm", _("Or diameter"), unit="mm", most=_MOST_MM)
            _suggest(form, "orientation", _("Which way it runs"), ORIENTATIONS, share=3)

    def inside(add: Callable[[], None]) -> None:
        with form.more_of(folds[0]):
            add()

    names = list(_MORE_SIGNS)
    signs = [
        add
        for start in range(0, len(names), 3)
        for add in _signs(form, {name: _MORE_SIGNS[name] for name in names[start : start + 3]})
    ]
    return [
        begin,
        *(partial(inside, add) for add in signs),
        partial(inside, partial(_add_photo, form, draft, mark)),
    ]


def _add_photo(form: Form, draft: ConcernDraft, mark: Injury) -> None:
    held = form.line(
        "photo_held",
        _("Photograph: whose consent, who took it, where it is kept"),
        _("The file itself is added at the end of this page, if Settings allow photos and files."),
    )
    form.only_if(lambda: _held(draft, mark).photo is YesNo.YES, held)


def _held(draft: ConcernDraft, mark: Injury) -> Injury:
    found = (fact for fact in draft.facts if isinstance(fact, Injury) and fact.id == mark.id)
    return next(found, mark)


def _add_known(form: Form, draft: ConcernDraft, mark: Injury) -> None:
    form.tick("known_mark", _("A known mark, such as a birthmark: kept apart, never counted"))
    since = form.add(
        _("Known since"), suggestion_binding("known_since", [_(text) for text in KNOWN_SINCE])
    )
    form.only_if(
        lambda: _held(draft, mark).known_mark,
        since,
    )


def _suggest(form: Form, field: str, label: str, words: tuple[str, ...], share: int) -> None:
    form.add(label, suggestion_binding(field, [_(word) for word in words]), share=share)
