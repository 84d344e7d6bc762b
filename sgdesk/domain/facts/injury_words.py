"""What was seen of a mark, in words: its size, and each sign that was looked for (FORMS B1)."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import Injury
from sgdesk.text import _

_SIGNS = {
    "skin_broken": ("skin broken", "skin unbroken"),
    "swelling": ("swelling", "no swelling"),
    "pain": ("pain reported", "no pain reported"),
    "blister": ("blistered", "no blister"),
    "bleeding": ("bleeding", "not bleeding"),
    "scab": ("scab", "no scab"),
    "grit": ("grit or dirt in it", "clean"),
    "hot": ("hot to the touch", "not hot"),
    "movement": ("movement restricted", "movement not restricted"),
    "blanches": ("blanches when pressed", "does not blanch when pressed"),
    "petechiae": ("pinpoint red spots in or around it", "no pinpoint red spots"),
}


def signs(fact: Injury) -> list[str]:
    """Return each sign that was present or absent. What was not looked for is not said."""
    said: list[str] = []
    for field, (present, absent) in _SIGNS.items():
        answer = getattr(fact, field)
        if answer in (YesNo.YES, YesNo.NO):
            said.append(_(present) if answer is YesNo.YES else _(absent))
    return said


def size_words(fact: Injury) -> str:
    """Return the size as measured: "22 × 14 mm", "8 mm across"."""
    if fact.length_mm is None and fact.width_mm is None:
        return _across(fact)
    if fact.length_mm is None:
        return _("{width} mm wide").format(width=fact.width_mm)
    if fact.width_mm is None:
        return _("{length} mm").format(length=fact.length_mm)
    each = _(" each") if fact.count and fact.count > 1 else ""
    return _("{length} × {width} mm").format(length=fact.length_mm, width=fact.width_mm) + each


def photo_words(fact: Injury) -> str:
    """Return whether a photograph was taken, and where it is held."""
    if fact.photo is YesNo.YES:
        held = fact.photo_held
        return _("Photograph taken: {held}").format(held=held) if held else _("Photograph taken.")
    return _("No photograph taken.") if fact.photo is YesNo.NO else ""


def _across(fact: Injury) -> str:
    if fact.diameter_mm is None:
        return ""
    each = _(" each") if fact.count and fact.count > 1 else ""
    return _("{size} mm across").format(size=fact.diameter_mm) + each
