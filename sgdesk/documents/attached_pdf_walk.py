"""Every dictionary of a PDF from outside, those that stand inside others too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import unusual

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEEPEST, _HIGHEST = 30, 50


def dictionaries(document: "Pdf") -> Iterator["Object"]:
    """Yield every dictionary, each once. Raises UserError where they stand too deep in another."""
    for one in document.objects:
        yield from _inside(one, 0)


def upwards(part: object) -> Iterator["Object"]:
    """Yield a page or a field, and the groups that it belongs to, one inside the other."""
    import pikepdf

    for _step in range(_HIGHEST):
        if not isinstance(part, pikepdf.Dictionary):
            return
        yield part
        part = part.get("/Parent")


def inherited(part: "Object", key: str) -> "Object | None":
    """Return what a page or a field says, or the nearest group that it belongs to."""
    return next((one[key] for one in upwards(part) if key in one), None)


def _inside(part: object, depth: int) -> Iterator["Object"]:
    import pikepdf

    if depth > _DEEPEST:
        raise unusual()
    if isinstance(part, pikepdf.Stream):
        part = part.stream_dict
    if isinstance(part, pikepdf.Dictionary):
        yield part
        for _key, value in part.items():
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _inside(value, depth + 1)
    elif isinstance(part, pikepdf.Array):
        for value in part:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _inside(value, depth + 1)
