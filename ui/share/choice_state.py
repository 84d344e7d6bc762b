"""How the choice about one fact reads in the list."""

from sgdesk.domain.sharing.decision import Choice
from sgdesk.text import _

# A tag does not wrap: a longer reason stands below it.
_WIDEST = 30


def state_of(choice: Choice) -> tuple[str, str, str]:
    """Return how a choice reads in the list: its tag, the tag's tone, and what stands below."""
    because = _("Proposed the other way: {why}").format(why=choice.proposed_because)
    if choice.goes and choice.proposed:
        if _held(choice):
            return _("Needed, in part"), "ok", _in_part(choice)
        return _("Needed"), "ok", choice.proposed_because
    if choice.goes:
        held = _in_part(choice) if _held(choice) else ""
        return _("Goes all the same"), "info", " ".join(filter(None, (because, held)))
    if choice.proposed:
        return _("Stays, your choice"), "quiet", because
    first, _stop, rest = choice.proposed_because.partition(". ")
    short, _colon, about = first.rstrip(".").partition(": ")
    if len(short) > _WIDEST:
        return _("Stays"), "due", choice.proposed_because
    found = f"{about}." if about and rest else about
    return short or _("Held back"), "due", " ".join(filter(None, (found, rest)))


def _held(choice: Choice) -> int:
    return sum(not part.goes for part in choice.parts)


def _in_part(choice: Choice) -> str:
    why = next((part.proposed_because for part in choice.parts if not part.goes), "")
    count = _("{held} of {count} sentences stay.").format(
        held=_held(choice), count=len(choice.parts)
    )
    return " ".join(filter(None, (count, why)))
