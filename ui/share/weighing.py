"""The way through the duty of confidence, and each thing to weigh for it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt

from sgdesk.domain.lawful import GatewayFactor
from sgdesk.domain.sharing.confidence import is_weighed, open_factors
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.wording_hint import hint_wording
from ui.share.case import ShareCase
from ui.share.guidance_strip import noted
from ui.share.noted_options import NotedOption, NotedOptions, noted_only, turns_for

_NONE = ":none"


class FactorsHolder:
    """Holds what was weighed by the factor's id, and behind ":none" whether it has no weight."""

    def __init__(self, draft: SharingDraft) -> None:
        self._draft = draft

    def has(self, field: str) -> bool:
        """Say whether there is such a field; every factor has one."""
        return not field.endswith("_typed") and field != "unanswered"

    def get(self, field: str) -> Any:
        """Return what was weighed, or whether it has no weight."""
        basis = self._draft.basis
        if field.endswith(_NONE):
            return field.removesuffix(_NONE) in basis.no_weight
        return basis.factors.get(field, "")

    def put(self, field: str, value: Any) -> None:
        """Keep what was weighed, or whether it has no weight."""
        basis = self._draft.basis
        if field.endswith(_NONE):
            name = field.removesuffix(_NONE)
            others = tuple(one for one in basis.no_weight if one != name)
            basis = replace(basis, no_weight=(*others, name) if value else others)
        else:
            basis = replace(basis, factors={**basis.factors, field: value})
        self._draft.basis = basis


class Weighing:
    """Asks for the gateway, for each of its factors, and for what decided it: a form for each."""

    def __init__(self, case: ShareCase, gateway: Form, factors: Form, total: Form) -> None:
        self._case = case
        self._form = gateway
        self._factors = factors
        self._sum = total

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that makes the gateway and the factors, one by one."""
        each: list[Callable[[], None]] = [
            partial(self._ask_factor, one) for one in self._case.guidance.gateway_factors
        ]
        ways = [self._more_ways] * turns_for(len(self._case.guidance.gateways))
        factors = [self._begin_factors, *each, self._end_factors, self._ask_sum]
        return [self._ask_gateway, *ways, *factors]

    def _ask_gateway(self) -> None:
        form, guidance = self._form, self._case.guidance
        gateways = [
            NotedOption(one.id, one.title, noted(one.note, one))
            for one in guidance.gateways
            if not one.for_others
        ]
        self._ways = NotedOptions(gateways, gradual=True)
        with form.card(_("The duty of confidence"), _("Separate from data protection.")):
            form.add(_("The way through it"), noted_only(self._ways, "gateway"))

    def _more_ways(self) -> None:
        self._ways.make_next()

    def _begin_factors(self) -> None:
        form = self._factors
        title = _("What was weighed")
        hint = _("Write what weighs, or tick what has no weight in this case.")
        with form.card(title, hint) as self._card:
            pass
        form.only_if(self._is_needed, self._card)

    def _ask_factor(self, factor: GatewayFactor) -> None:
        form = self._factors
        with form.more_of(self._card), form.beside(least=12):
            form.line(factor.id, factor.prompt, share=4)
            none = form.tick(f"{factor.id}{_NONE}", _("No weight here"), share=1)
        spoken = _("{factor}: no weight here").format(factor=factor.prompt)
        none.binding.widget.setAccessibleName(spoken)
        none.binding.changed.connect(lambda *_args: self._on_no_weight(factor.id))
        form.only_if(lambda: not self._is_weighed(factor.id), none)

    def _end_factors(self) -> None:
        form = self._factors
        with form.more_of(self._card):
            rest = button(_("The others have no weight here"), "link-small", "rest-no-weight")
            rest.clicked.connect(self._on_rest)
            form.add_widget(rest)
        form.only_if(lambda: bool(open_factors(self._case.draft.basis, self._case.guidance)), rest)
        self._card.body.setAlignment(rest, Qt.AlignmentFlag.AlignLeft)

    def _ask_sum(self) -> None:
        form = self._sum
        with form.card() as card:
            form.long_text("gateway_factors", _("What decided it, &weighed together?"), rows=2)
        hint_wording(form, self._case.desk.wording, ("gateway_factors",), is_opinion=True)
        form.only_if(self._is_needed, card, "gateway_factors")

    def _is_needed(self) -> bool:
        return is_weighed(self._case.draft.basis, self._case.guidance)

    def _is_weighed(self, factor_id: str) -> bool:
        return bool(self._case.draft.basis.factors.get(factor_id, "").strip())

    def _on_no_weight(self, factor_id: str) -> None:
        if factor_id in self._case.draft.basis.no_weight:
            self._factors.question(factor_id).show_problem("")

    def _on_rest(self) -> None:
        basis = self._case.draft.basis
        rest = open_factors(basis, self._case.guidance)
        self._case.draft.basis = replace(basis, no_weight=(*basis.no_weight, *rest))
        self._factors.load()
        for factor_id in rest:
            self._factors.question(factor_id).show_problem("")
        self._factors.changed.emit("")
        self._factors.left.emit()
