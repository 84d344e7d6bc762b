"""What was found on teeth, put right in a signed record: tooth by tooth, and one more."""

from datetime import date
from typing import Any

import msgspec

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.people import Person
from sgdesk.domain.teeth import (
    CARE_WORDS,
    STATE_WORDS,
    ToothFinding,
    palmer,
    tooth_name,
)
from sgdesk.domain.tooth_sets import ToothSet, in_order_of, is_in, tooth_set_for
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.kit.choice_fields import Options, options_of, ticks_binding
from ui.kit.form import Form

_OUT = "out"


def teeth_forms(
    draft: AmendmentDraft, seen: Observation, person: Person, today: date
) -> list[GradualForm]:
    """Return a form for each tooth that was recorded, and one for a tooth that was not.

    The teeth of the person's age on the day of the examination are offered first, by the date of
    birth as it is known now; what was found stays, whatever the age.
    """
    if seen.topic is not ObservationTopic.TEETH and not seen.teeth:
        return []
    offered = _teeth(tooth_set_for(person, seen.noticed_on or today))
    places = range(len(seen.teeth) + 1)
    return [_form(draft, seen, at, offered) for at in places]


def _form(draft: AmendmentDraft, seen: Observation, at: int, offered: Options) -> GradualForm:
    is_new = at == len(seen.teeth)
    later = GradualForm(Form(_ToothHolder(draft, at), f"{seen.id}.teeth.{at}"))
    form = later.form
    later.card(_("Another tooth") if is_new else _named(seen.teeth[at].tooth))
    if not is_new:
        later.later(lambda: form.tick(_OUT, _("Take this tooth out: it was recorded by mistake")))
    later.later(
        lambda: form.choice("tooth", _("Tooth"), offered, as_list=True),
        lambda: form.add(
            _("What was found"), ticks_binding("states", options_of(STATE_WORDS), in_columns=True)
        ),
        lambda: form.choice("care", _("Treatment"), options_of(CARE_WORDS), as_list=True),
        lambda: form.yes_no("pain", _("Pain reported?"), not_asked=True),
        lambda: form.line("surfaces", _("Surfaces"), _("Such as MOD or B.")),
    )
    return later


class _ToothHolder:
    """The finding at one place of the entry, and whether it is to go. A finding without a tooth is
    not written yet."""

    def __init__(self, draft: AmendmentDraft, at: int) -> None:
        self._draft = draft
        self._at = at
        self._pending = ToothFinding(tooth="")

    def has(self, field: str) -> bool:
        """Say whether a tooth has such an answer."""
        return field == _OUT or field in ToothFinding.__struct_fields__

    def get(self, field: str) -> Any:
        """Return the answer as it is now."""
        return self._at in self._draft.teeth_out if field == _OUT else getattr(self._found(), field)

    def put(self, field: str, value: Any) -> None:
        """Let this be the answer."""
        if field == _OUT:
            others = [one for one in self._draft.teeth_out if one != self._at]
            self._draft.teeth_out = tuple(sorted([*others, self._at] if value else others))
        elif getattr(self._found(), field) != value:
            self._write(msgspec.structs.replace(self._found(), **{field: value}))

    def _teeth(self) -> tuple[ToothFinding, ...]:
        return self._draft.fact.teeth if isinstance(self._draft.fact, Observation) else ()

    def _found(self) -> ToothFinding:
        return self._teeth()[self._at] if self._at < len(self._teeth()) else self._pending

    def _write(self, value: ToothFinding) -> None:
        self._pending = value
        teeth, at = self._teeth(), self._at
        if isinstance(self._draft.fact, Observation) and (value.tooth or at < len(teeth)):
            changed = (*teeth[:at], value, *teeth[at + 1 :])
            self._draft.fact = msgspec.structs.replace(self._draft.fact, teeth=changed)


def _teeth(offered: ToothSet) -> Options:
    unusual = _("{tooth} · unusual at this age")
    return [
        (tooth, _named(tooth) if is_in(tooth, offered) else unusual.format(tooth=_named(tooth)))
        for tooth in in_order_of(offered)
    ]


def _named(tooth: str) -> str:
    return _("{tooth} ({palmer}), {name}").format(
        tooth=tooth, palmer=palmer(tooth), name=tooth_name(tooth)
    )
