"""Says in a draft that the guidance changed since it was begun."""

from collections.abc import Callable
from typing import Protocol

from sgdesk.text import _
from ui.kit.cards import Notice


class BegunUnder(Protocol):
    """A draft that knows under which version of the guidance it was begun."""

    begun_under: str


def guidance_changed(draft: BegunUnder, version: str, noted: Callable[[], None]) -> Notice | None:
    """Return the strip for a draft that was begun under another version, or None. `noted` is
    called once somebody has looked; the draft then knows the version that holds."""
    if draft.begun_under in ("", version):
        return None
    said = _(
        "The guidance changed since this was begun: from {before} to {now}. Look at your answers"
        " again. Help, Sources shows both; Settings, Guidance says what changed and why."
    )
    notice = Notice(said.format(before=draft.begun_under, now=version), kind="due")
    notice.setObjectName("guidance-changed")

    def on_seen(_id: str) -> None:
        draft.begun_under = version
        notice.hide()
        noted()

    notice.add_link("guidance-seen", _("I have looked at it"))
    notice.linked.connect(on_seen)
    return notice
