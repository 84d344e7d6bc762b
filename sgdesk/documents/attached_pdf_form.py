"""A form from outside as its reader sees it: every answer gets a drawing on its page, or the file
is refused. An answer never goes missing unsaid."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from sgdesk.documents.attached_extent import readable
from sgdesk.documents.attached_pdf_answers import Answer, size_in, ticked, written
from sgdesk.documents.attached_pdf_appearance import (
    about_look,
    appearance,
    has_ink,
    has_parts,
    has_words,
    lay,
    place_of,
    states,
)
from sgdesk.documents.attached_pdf_fields import (
    Widget,
    annotations,
    is_seen,
    unseen_answers,
    widgets,
)
from sgdesk.documents.attached_pdf_shown import letters, stand_in, words_in
from sgdesk.documents.attached_pdf_xfa import refuse_xfa
from sgdesk.errors import UserError
from sgdesk.text import _

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream

_LINES, _SECRET, _COMB = 1 << 12, 1 << 13, 1 << 24
_OFF = ("", "Off")
# Laid over a page to be seen on it. The others are signs that lead to something else.
_DRAWN = (
    "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark", "/Redact",
)  # fmt: skip


def draw_answers(document: "Pdf") -> None:
    """Give every answer that is seen a drawing. Raises UserError where that is not sure."""
    refuse_xfa(document)
    for one in annotations(document):
        if one.get("/Subtype") in _DRAWN and is_seen(one) and appearance(one) is None:
            raise _not_drawn()
    fields = _sorted(document)
    for widget in fields.others:
        if not widget.is_rewritten:
            raise _not_sure(widget)
    _write(document, fields.anew)
    _tick(document, [one for one in widgets(document) if one.kind == "/Btn" and not one.is_pushed])
    form = _form(document)
    if "/NeedAppearances" in form:
        del form["/NeedAppearances"]  # all that is seen is drawn now


def other_answers(document: "Pdf") -> Iterator[str]:
    """Yield each answer that is not seen, or is seen written in another way."""
    yield from unseen_answers(document)
    for widget in _sorted(document).others:
        yield readable(f"{widget.label}: {', '.join(widget.values)}")


class _Sorted(msgspec.Struct, frozen=True):
    """Fields whose answers are to be drawn anew, and those that show something else than theirs."""

    anew: list[Widget]
    others: list[Widget]


def _form(document: "Pdf") -> "Object":
    import pikepdf

    form = document.Root.get("/AcroForm")
    return form if isinstance(form, pikepdf.Dictionary) else pikepdf.Dictionary()


def _sorted(document: "Pdf") -> _Sorted:
    is_old = bool(_form(document).get("/NeedAppearances", False))
    sorted_ = _Sorted([], [])
    kept: list[tuple[Widget, Stream]] = []
    for widget in widgets(document):
        drawn = appearance(widget.part)
        if not widget.is_written or (not any(widget.values) and (not is_old or drawn is None)):
            continue
        if is_old or drawn is None or not has_words(drawn):
            sorted_.anew.append(widget)
        elif not widget.flags & _SECRET:
            kept.append((widget, drawn))
    shown = words_in(document, [drawn for _widget, drawn in kept])
    for (widget, drawn), (seen, whole) in zip(kept, shown, strict=True):
        is_empty = not letters(whole) and not has_parts(drawn)
        if stand_in(widget.values, seen):
            continue
        if is_empty or stand_in(widget.values, whole):
            sorted_.anew.append(widget)
        else:
            sorted_.others.append(widget)
    return sorted_


def _write(document: "Pdf", fields: list[Widget]) -> None:
    answers = [_answer(one) for one in fields]
    for widget, part in zip(fields, written(document, answers), strict=True):
        if part is None:
            raise _not_sure(widget)
        lay(document, widget.part, part)


def _answer(widget: Widget) -> Answer:
    place = place_of(widget.part)
    if place is None:
        raise _not_sure(widget)
    text, flags, is_text = "\n".join(widget.values), widget.flags, widget.kind != "/Ch"
    if is_text and flags & _SECRET:
        text = "*" * len(text)
    return Answer(
        text, *place.inside, size_in(str(widget.said("/DA") or "")),
        widget.number("/Q") % 3, widget.number("/MaxLen") if is_text and flags & _COMB else 0,
        has_lines=len(widget.values) > 1 or (is_text and bool(flags & _LINES)),
        has_frame=_has_frame(widget),
    )  # fmt: skip


def _tick(document: "Pdf", boxes: list[Widget]) -> None:
    """Set every box to what its field says, and draw those that are ticked without a drawing."""
    fields: dict[object, list[Widget]] = {}
    for box in boxes:
        fields.setdefault(box.field_key, []).append(box)
    for together in fields.values():
        value = "".join(together[0].values[:1])
        ticks = [_is_ticked(document, box, value, len(together) == 1) for box in together]
        if value not in _OFF and True not in ticks:
            raise _not_sure(together[0])


def _is_ticked(document: "Pdf", box: Widget, value: str, is_alone: bool) -> bool:
    import pikepdf

    state, own = str(box.part.get("/AS", "")).removeprefix("/"), states(box.part)
    if not state and (value in own or (is_alone and not own)):
        state = value
        box.part.AS = pikepdf.Name(f"/{value or 'Off'}")
    if state in _OFF:
        return False
    drawn, place = appearance(box.part), place_of(box.part)
    if (drawn is None or not has_ink(drawn)) and place is not None:
        sign = str(about_look(box.part).get("/CA", ""))
        tick = ticked(document, *place.inside, sign, has_frame=_has_frame(box))
        lay(document, box.part, tick)
    return True


def _has_frame(widget: Widget) -> bool:
    import pikepdf

    colours = about_look(widget.part).get("/BC")
    return isinstance(colours, pikepdf.Array) and len(colours) > 0


def _not_drawn() -> UserError:
    return UserError(
        _(
            "Something is drawn on a page of this PDF in a way that another program may not show."
            " Nothing was kept. Print it to a new PDF and choose that."
        ),
        "file",
    )


def _not_sure(widget: Widget) -> UserError:
    return UserError(
        _(
            "An answer in this form cannot be copied surely ({field}). Nothing was kept. Open the"
            " form, see that every answer is there, print it to a new PDF and choose that."
        ).format(field=widget.label or "?"),
        "file",
    )
