"""Every dictionary of a PDF from outside, those that stand inside others too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import unusual

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEEPEST = 30


def dictionaries(document: "Pdf") -> Iterator["Object"]:
    """Yield every dictionary, each once. Raises UserError where they stand too deep in another."""
    for one in document.objects:
        yield from _inside(one, 0)


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
