"""What a PDF draws without showing it: layers that are switched off, and words without ink."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sgdesk.documents.attached_extent import unusual
from sgdesk.documents.attached_pdf_content import drawn_by, pieces
from sgdesk.documents.attached_pdf_fields import annotations, is_seen
from sgdesk.documents.attached_pdf_layers import Layers
from sgdesk.documents.attached_pdf_walk import dictionaries, inherited

if TYPE_CHECKING:
    from pikepdf import (
        ContentStreamInlineImage,
        ContentStreamInstruction,
        Object,
        Pdf,
        Stream,
    )

    Told = ContentStreamInstruction | ContentStreamInlineImage

_NO_INK = re.compile(rb"(?<![\d.])3\s+Tr\b")
_LAYER = re.compile(rb"/OC\b")
_MOST, _MOST_AT_ONCE = 6 << 20, 1 << 20
_PAINTS = ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*")
_PLACES = ("BT", "Td", "TD", "Tm", "T*")
_INVISIBLE, _FIRST_THAT_CUTS = 3, 4


def holds_words_without_ink(document: "Pdf") -> bool:
    """Return whether words are written where nobody sees them, as text recognition does."""
    return any(_found(_NO_INK, content) for _stream, content, _names in _streams(document))


def leave_out_unseen(document: "Pdf") -> None:
    """Take out of a PDF what its reader does not see. Raises UserError where that is not sure."""

    layers = Layers(document)
    for laid in annotations(document):
        if layers.hides(_layer_of(laid)) and is_seen(laid):
            raise unusual()  # some programs show it, others do not
    looked_at = 0
    for stream, content, names in _streams(document):
        if layers.hides(_layer_of(stream)):
            _empty(stream)
        elif _found(_NO_INK, content) or (layers.hide_something and _found(_LAYER, content)):
            looked_at += len(content)
            if looked_at > _MOST or len(content) > _MOST_AT_ONCE:
                raise unusual()
            _leave_out(stream, _hiding(document, layers, names))


def _streams(document: "Pdf") -> Iterator[tuple["Stream", bytes, "Object | None"]]:
    """Yield all that draws, its content, and the resources that it names."""
    import pikepdf

    for page in document.pages:
        page.contents_coalesce()
        drawn = page.obj.get("/Contents")
        if isinstance(drawn, pikepdf.Stream):
            yield drawn, drawn.read_bytes(), inherited(page.obj, "/Resources")
    for part in drawn_by(document):
        if isinstance(part, pikepdf.Stream):
            yield part, part.read_bytes(), part.get("/Resources")
    for part in document.objects:
        if isinstance(part, pikepdf.Stream) and part.get("/Subtype") == "/Image" and "/OC" in part:
            yield part, b"", None


def _found(wanted: re.Pattern[bytes], content: bytes) -> bool:
    return any(wanted.search(piece) for piece in pieces(content))


def _layer_of(part: object) -> "Object | None":
    import pikepdf

    return part.get("/OC") if isinstance(part, pikepdf.Dictionary | pikepdf.Stream) else None


def _empty(stream: "Stream") -> None:
    import pikepdf

    stream.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1]
    )
    stream.write(b"q Q")


def _hiding(document: "Pdf", layers: Layers, names: "Object | None") -> Callable[["Object"], bool]:
    """Return what says whether the layer of a name is not seen."""
    import pikepdf

    def hides(name: "Object") -> bool:
        if not layers.hide_something:
            return False
        own = names.get("/Properties") if isinstance(names, pikepdf.Dictionary) else None
        told: list[Object] = [own] if isinstance(own, pikepdf.Dictionary) else []
        if names is None:  # the page's are used, whichever page it is
            told = [one["/Properties"] for one in dictionaries(document) if "/Properties" in one]
        found = {layers.hides(one[str(name)]) for one in told if str(name) in one}
        if len(found) != 1:
            raise unusual()
        return found.pop()

    return hides


def _leave_out(stream: "Stream", hides: Callable[["Object"], bool]) -> None:
    import pikepdf

    told = pikepdf.parse_content_stream(stream)
    seen: list[Any] = list(_Seen(hides).only(told))
    stream.write(pikepdf.unparse_content_stream(seen))
    # A part that is drawn no more goes with its name.
    own = stream.get("/Resources")
    parts = own.get("/XObject") if isinstance(own, pikepdf.Dictionary) else None
    if isinstance(parts, pikepdf.Dictionary):
        text = stream.read_bytes()
        for name in list(parts.keys()):
            if name.encode() not in text:
                del parts[name]


class _Seen:
    """Follows what draws, and keeps what is seen of it with all that moves or colours the rest."""

    def __init__(self, hides: Callable[["Object"], bool]) -> None:
        self._hides = hides
        self._marks: list[bool | None] = []  # None for a mark that is no layer
        self._modes: list[int] = []
        self._mode = 0
        self._is_shifted = False

    def only(self, told: Iterable["Told"]) -> Iterator["Told"]:
        """Yield what stays of it."""
        for one in told:
            yield from self._one(one, str(one.operator))

    def _one(self, one: "Told", name: str) -> Iterator["Told"]:
        if name in ("BDC", "BMC", "EMC"):
            if not self._is_layer(one, name):
                yield one
        elif name in ("Tj", "TJ", "'", '"'):
            yield from self._words(one, name)
        elif True not in self._marks or not (
            name in _PAINTS or name in ("Do", "sh", "INLINE IMAGE")
        ):
            self._follow(one, name)
            if name != "Tr" or self._mode != _INVISIBLE:
                yield one
        elif name in _PAINTS:
            yield _instruction("n")

    def _is_layer(self, one: "Told", name: str) -> bool:
        if name == "EMC":
            return bool(self._marks) and self._marks.pop() is not None
        is_layer = name == "BDC" and len(one.operands) == 2 and one.operands[0] == "/OC"
        self._marks.append(self._hides(one.operands[1]) if is_layer else None)
        return is_layer

    def _words(self, one: "Told", name: str) -> Iterator["Told"]:
        is_hidden = True in self._marks
        if not is_hidden and self._mode != _INVISIBLE:
            if self._is_shifted and name in ("Tj", "TJ"):
                raise unusual()  # what is left out would have moved it
            self._is_shifted = False
            yield one
            return
        if self._mode >= _FIRST_THAT_CUTS:
            raise unusual()
        self._is_shifted = True
        if name == '"':
            yield _instruction("Tw", one.operands[0])
            yield _instruction("Tc", one.operands[1])
        if name in ("'", '"'):
            yield _instruction("T*")

    def _follow(self, one: "Told", name: str) -> None:
        if name in _PLACES:
            self._is_shifted = False
        elif name == "q":
            self._modes.append(self._mode)
        elif name == "Q":
            self._mode = self._modes.pop() if self._modes else self._mode
        elif name == "Tr":
            self._mode = int(one.operands[0])


def _instruction(name: str, *operands: "Object") -> "Told":
    import pikepdf

    return pikepdf.ContentStreamInstruction(list(operands), pikepdf.Operator(name))
