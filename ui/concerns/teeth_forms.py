"""What was found on teeth, put right in a signed record: tooth by tooth, and one more."""

from collections.abc import Callable

import msgspec

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.teeth import (
    CARE_WORDS,
    EVERY_TOOTH,
    STATE_WORDS,
    ToothFinding,
    palmer,
    tooth_name,
)
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.kit.binding import ValueHolder
from ui.kit.choice_fields import Options, options_of, ticks_binding
from ui.kit.form import Form


def teeth_forms(draft: AmendmentDraft, seen: Observation) -> list[GradualForm]:
    """Return a form for each tooth that was recorded, and one for a tooth that was not."""
    if seen.topic is not ObservationTopic.TEETH and not seen.teeth:
        return []
    known = [_form(draft, seen, at) for at in range(len(seen.teeth))]
    return [*known, _form(draft, seen, len(seen.teeth))]


def _form(draft: AmendmentDraft, seen: Observation, at: int) -> GradualForm:
    is_new = at == len(seen.teeth)
    holder = ValueHolder(*_ends(draft, at))
    later = GradualForm(Form(holder, f"{seen.id}.teeth.{at}"))
    form = later.form
    later.card(_("Another tooth") if is_new else _named(seen.teeth[at].tooth))
    later.later(
        lambda: form.choice("tooth", _("Tooth"), _teeth(), as_list=True),
        lambda: form.add(
            _("What was found"), ticks_binding("states", options_of(STATE_WORDS), in_columns=True)
        ),
        lambda: form.choice("care", _("Treatment"), options_of(CARE_WORDS), as_list=True),
        lambda: form.yes_no("pain", _("Pain reported?"), not_asked=True),
        lambda: form.line("surfaces", _("Surfaces"), _("Such as MOD or B.")),
    )
    return later


def _ends(
    draft: AmendmentDraft, at: int
) -> tuple[Callable[[], ToothFinding], Callable[[ToothFinding], None]]:
    """Return what reads and writes the finding there. One without a tooth is not written yet."""
    pending = [ToothFinding(tooth="")]

    def teeth() -> tuple[ToothFinding, ...]:
        return draft.fact.teeth if isinstance(draft.fact, Observation) else ()

    def get() -> ToothFinding:
        return teeth()[at] if at < len(teeth()) else pending[0]

    def put(value: ToothFinding) -> None:
        pending[0] = value
        if isinstance(draft.fact, Observation) and (value.tooth or at < len(teeth())):
            changed = (*teeth()[:at], value, *teeth()[at + 1 :])
            draft.fact = msgspec.structs.replace(draft.fact, teeth=changed)

    return get, put


def _teeth() -> Options:
    return [(tooth, _named(tooth)) for tooth in EVERY_TOOTH]


def _named(tooth: str) -> str:
    return _("{tooth} ({palmer}), {name}").format(
        tooth=tooth, palmer=palmer(tooth), name=tooth_name(tooth)
    )
