"""Fields of a PDF form from outside: what was answered in them, and where on its pages."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from sgdesk.documents.attached_extent import readable
from sgdesk.documents.attached_pdf_appearance import place_of
from sgdesk.documents.attached_pdf_walk import dictionaries, inherited, upwards

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_UNSEEN_FLAGS = 1 | 2 | 32  # invisible, hidden, not on the screen
_ANSWERED = ("/Tx", "/Ch", "/Btn")
_OFF = ("", "Off")
_PUSHED = 1 << 16


class Widget(msgspec.Struct, frozen=True):
    """A place on a page where an answer is seen, with what its field says."""

    part: "Object"

    @property
    def kind(self) -> str:
        """How it is answered: a name of the format, or nothing."""
        found = self.said("/FT")
        return "" if found is None else str(found)

    @property
    def flags(self) -> int:
        """What kind of field it is, more closely."""
        return self.number("/Ff")

    @property
    def is_pushed(self) -> bool:
        """Whether it is a button that holds no answer."""
        return self.kind == "/Btn" and bool(self.flags & _PUSHED)

    @property
    def is_written(self) -> bool:
        """Whether its answer is words."""
        return self.kind in ("/Tx", "/Ch", "")

    @property
    def is_rewritten(self) -> bool:
        """Whether a script shows its answer in a way of its own, as it does with dates."""
        import pikepdf

        scripts = self.said("/AA")
        return isinstance(scripts, pikepdf.Dictionary) and "/F" in scripts

    @property
    def field_key(self) -> object:
        """What all places of one field have in common."""
        field = next((one for one in upwards(self.part) if "/T" in one), self.part)
        return field.objgen if field.is_indirect else id(self)

    @property
    def values(self) -> tuple[str, ...]:
        """What was answered, as it is read; of a list all that was chosen."""
        values = tuple(_texts(self.said("/V")))
        if self.kind != "/Ch":
            return values
        options = dict(_options(self.said("/Opt")))
        return tuple(options.get(value, value) for value in values if value)

    @property
    def label(self) -> str:
        """What the field is called."""
        return readable(" ".join(_texts(self.said("/TU") or self.said("/T"))))[:80]

    def number(self, key: str) -> int:
        """Return a whole number that the field says, or 0."""
        found: object = self.said(key)
        return max(0, found) if isinstance(found, int) else 0

    def said(self, key: str) -> "Object | None":
        """Return what the field says, or the group of fields that it belongs to."""
        return inherited(self.part, key)


def annotations(document: "Pdf") -> Iterator["Object"]:
    """Yield all that is laid over the pages."""
    import pikepdf

    for page in document.pages:
        laid = page.obj.get("/Annots")
        for one in laid if isinstance(laid, pikepdf.Array) else ():
            if isinstance(one, pikepdf.Dictionary):
                yield one


def is_seen(annotation: "Object") -> bool:
    """Say whether it is shown on a screen."""
    flags = annotation.get("/F", 0)
    is_hidden = isinstance(flags, int) and bool(flags & _UNSEEN_FLAGS)
    return not is_hidden and place_of(annotation) is not None


def widgets(document: "Pdf") -> Iterator[Widget]:
    """Yield every field that is seen on a page."""
    for one in annotations(document):
        if one.get("/Subtype") == "/Widget" and is_seen(one):
            yield Widget(one)


def unseen_answers(document: "Pdf") -> Iterator[str]:
    """Yield what was answered in fields that are on no page, or hidden there."""
    seen = {above.objgen for one in widgets(document) for above in upwards(one.part)}
    for part in dictionaries(document):
        field = Widget(part)
        if "/V" not in part or part.objgen in seen or field.kind not in _ANSWERED:
            continue
        values = [value for value in field.values if value not in _OFF]
        if values:
            yield readable(f"{field.label}: {', '.join(values)}")


def _texts(value: object) -> Iterator[str]:
    import pikepdf

    match value:
        case pikepdf.Array():
            for one in value:
                yield from _texts(one) if not isinstance(one, pikepdf.Array) else ()
        case pikepdf.Stream():
            yield str(pikepdf.String(value.read_bytes()))
        case pikepdf.Name():
            yield str(value).removeprefix("/")
        case None | pikepdf.Dictionary():
            return
        case _:
            yield str(value)


def _options(found: object) -> Iterator[tuple[str, str]]:
    """Yield what each choice is called in the file, and what is read for it."""
    import pikepdf

    for one in found if isinstance(found, pikepdf.Array) else ():
        if isinstance(one, pikepdf.Array) and len(one) == 2:
            yield "".join(_texts(one[0])), "".join(_texts(one[1]))
