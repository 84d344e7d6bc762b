"""What was seen of a mark, in words: its size, and each sign that was looked for (FORMS B1)."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.facts.kinds import Injury
from sgdesk.text import _

_SIGNS = {
    "skin_broken": ("skin broken", "skin unbroken", "skin broken"),
    "swelling": ("swelling", "no swelling", "swelling"),
    "pain": ("pain reported", "no pain reported", "pain"),
    "blister": ("blistered", "no blister", "blister"),
    "bleeding": ("bleeding", "not bleeding", "bleeding"),
    "scab": ("scab", "no scab", "scab"),
    "grit": ("grit or dirt in it", "clean", "grit or dirt"),
    "hot": ("hot to the touch", "not hot", "hot to the touch"),
    "movement": ("movement restricted", "movement not restricted", "movement restricted"),
    "blanches": ("blanches when pressed", "does not blanch when pressed", "blanches when pressed"),
    "petechiae": (
        "pinpoint red spots in or around it", "no pinpoint red spots", "pinpoint red spots",
    ),
}  # fmt: skip


def signs(fact: Injury) -> list[str]:
    """Return each sign that was answered: present, absent, not known or not asked. What has no
    answer is not said."""
    said: list[str] = []
    for field, (present, absent, sign) in _SIGNS.items():
        match getattr(fact, field):
            case YesNo.YES:
                said.append(_(present))
            case YesNo.NO:
                said.append(_(absent))
            case YesNo() as answer:
                said.append(_unanswered(_(sign), answer))
    return said


def size_words(fact: Injury) -> str:
    """Return the size as measured: "22 × 14 mm", "8 mm across", or both."""
    measured = ", ".join(filter(None, (_sides(fact), _across(fact))))
    several = measured and fact.count is not None and fact.count > 1
    return measured + _(" each") if several else measured


def _sides(fact: Injury) -> str:
    if fact.length_mm is None and fact.width_mm is None:
        return ""
    if fact.length_mm is None:
        return _("{width} mm wide").format(width=fact.width_mm)
    if fact.width_mm is None:
        return _("{length} mm").format(length=fact.length_mm)
    return _("{length} × {width} mm").format(length=fact.length_mm, width=fact.width_mm)


def photo_words(fact: Injury) -> str:
    """Return whether a photograph was taken, and where it is held."""
    match fact.photo:
        case YesNo.YES if fact.photo_held:
            return _("Photograph taken: {held}").format(held=fact.photo_held)
        case YesNo.YES:
            return _("Photograph taken.")
        case YesNo.NO:
            return _("No photograph taken.")
        case YesNo() as answer:
            return _unanswered(_("Photograph taken"), answer)
        case None:
            return ""


def seen_words(fact: Injury) -> str:
    """Return whether the person who records a mark saw it."""
    match fact.seen_directly:
        case YesNo.YES:
            return _("Seen by the person who records it.")
        case YesNo.NO:
            return _("Not seen by the person who records it.")
        case YesNo() as answer:
            return _unanswered(_("Seen by the person who records it"), answer)
        case None:
            return ""


def _across(fact: Injury) -> str:
    if fact.diameter_mm is None:
        return ""
    return _("{size} mm across").format(size=fact.diameter_mm)


def _unanswered(what: str, answer: YesNo) -> str:
    return _("{what}: {answer}").format(what=what, answer=_(YES_NO_WORDS[answer]).lower())
