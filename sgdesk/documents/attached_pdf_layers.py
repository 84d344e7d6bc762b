"""Layers of a PDF (optional content): which of them a reader sees when the file is opened."""

from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import unusual

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEEPEST = 20
_OFF = "/OFF"


class Layers:
    """What is switched on and off. Raises UserError where programs do not agree about it."""

    def __init__(self, document: "Pdf") -> None:
        import pikepdf

        whole = document.Root.get("/OCProperties")
        found = whole.get("/D") if isinstance(whole, pikepdf.Dictionary) else None
        usual = found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()
        self._is_off_first = usual.get("/BaseState") == _OFF
        self._changed = _numbers(usual.get("/ON" if self._is_off_first else _OFF))
        self.hide_something = self._is_off_first or bool(self._changed)
        for rule in _list(usual.get("/AS")):
            self._check_rule(rule)

    def hides(self, layer: object, depth: int = 0) -> bool:
        """Say whether what belongs to a layer, or to several at once, is not seen."""
        import pikepdf

        if depth > _DEEPEST:
            raise unusual()
        if isinstance(layer, pikepdf.Array):
            return not self._is_true(layer, depth)
        if not isinstance(layer, pikepdf.Dictionary):
            return False
        if layer.get("/Type") != "/OCMD":
            return (layer.objgen in self._changed) is not self._is_off_first
        if isinstance(layer.get("/VE"), pikepdf.Array):
            return not self._is_true(layer["/VE"], depth)
        together = layer.get("/OCGs")
        several = [together] if isinstance(together, pikepdf.Dictionary) else _list(together)
        hidden = [self.hides(one, depth + 1) for one in several]
        if not hidden:
            return False
        return {
            "/AllOn": any(hidden), "/AnyOff": not any(hidden), "/AllOff": not all(hidden),
        }.get(str(layer.get("/P", "/AnyOn")), all(hidden))  # fmt: skip

    def _is_true(self, told: "Object", depth: int) -> bool:
        import pikepdf

        first, *rest = _list(told) or [pikepdf.Name("/And")]
        seen = [not self.hides(one, depth + 1) for one in rest]
        match str(first):
            case "/And":
                return all(seen)
            case "/Or":
                return any(seen)
            case "/Not" if len(seen) == 1:
                return not seen[0]
        raise unusual()

    def _check_rule(self, rule: object) -> None:
        """Raise UserError where a rule shows a layer on a screen otherwise than it was left."""
        import pikepdf

        if not isinstance(rule, pikepdf.Dictionary) or rule.get("/Event") != "/View":
            return
        for layer in _list(rule.get("/OCGs")):
            usage = layer.get("/Usage") if isinstance(layer, pikepdf.Dictionary) else None
            for kind in _list(rule.get("/Category")):
                told = usage.get(str(kind)) if isinstance(usage, pikepdf.Dictionary) else None
                if not isinstance(told, pikepdf.Dictionary):
                    continue
                state = told.get(f"{kind}State")
                if state is None or (state == _OFF) is not self.hides(layer):
                    raise unusual()


def _list(found: object) -> list["Object"]:
    import pikepdf

    return list(found) if isinstance(found, pikepdf.Array) else []


def _numbers(found: object) -> set[tuple[int, int]]:
    import pikepdf

    return {one.objgen for one in _list(found) if isinstance(one, pikepdf.Dictionary)}
