"""What every service is handed: the open store, who is at the desk, the clock and the library."""

from dataclasses import dataclass, field
from datetime import date

from sgdesk.clock import Clock
from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.practice import Practice, User
from sgdesk.domain.wording import Wording
from sgdesk.library.wording import wording_rules
from sgdesk.store.unit import Store, Unit
from sgdesk.text import to_london


@dataclass(slots=True)
class Context:
    """One unlocked desk. It lives on the worker thread, like the store it holds.

    `guidance` is that of the practice's nation; `accepted` is what a lead accepted instead of what
    came with the program. Both change only when a lead chooses another version.
    """

    store: Store
    user: User
    clock: Clock
    guidance: Guidance
    is_demonstration: bool = False
    accepted: dict[Nation, Guidance] = field(default_factory=dict)
    _looked_at: set[tuple[str, str]] = field(default_factory=set)

    @property
    def wording(self) -> Wording:
        """The rules for wording; read from their file when they are first asked for."""
        return wording_rules()

    def unit(self) -> Unit:
        """Begin one transaction in this user's name."""
        return self.store.unit(self.user.id, self.clock)

    def today(self) -> date:
        """Return the London date."""
        return to_london(self.clock.now()).date()

    def practice(self) -> Practice:
        """Return the practice as it is now."""
        with self.unit() as unit:
            return unit.practice.get()

    def note_look(self, unit: Unit, action: str, subject: str = "") -> None:
        """Write into the log that somebody looked: once for each thing while the desk is open.

        It commits the unit, so it comes last in it.
        """
        if (action, subject) not in self._looked_at:
            unit.audit(action, subject)
            unit.commit()
            self._looked_at.add((action, subject))
