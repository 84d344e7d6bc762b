"""The work behind set-up's pages: the keys are made, then the store, and it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sgdesk.bootstrap import Desk, LockedDesk
from sgdesk.clock import Clock
from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.setup import Newcomer, SetupDraft
from sgdesk.domain.practice import Practice, Role
from sgdesk.services.front_door import recovery_pdf
from sgdesk.services.setup import NewUser, PreparedDesk


@dataclass(frozen=True, slots=True)
class Founding:
    """What set-up needs of the rest of the program. Its methods run on the worker."""

    clock: Clock
    prepare_desk: Callable[[Practice, list[NewUser]], PreparedDesk]
    open_locked: Callable[[Path], LockedDesk]

    def prepare(self, draft: SetupDraft) -> tuple[PreparedDesk, bytes]:
        """Return a desk with its keys and its recovery sheet as a PDF; nothing is on the disk."""
        prepared = self.prepare_desk(draft.practice, people_of(draft))
        return prepared, recovery_pdf(prepared, self.clock.now())

    def complete(self, prepared: PreparedDesk, draft: SetupDraft) -> Desk:
        """Make the store once the words fit, and open it with the lead's own passphrase.

        Raises UserError at the word that does not fit.
        """
        folder = Path(draft.folder.strip())
        prepared.practice = draft.practice
        prepared.complete(folder, draft.typed_words, self.clock).close()
        return self.open_locked(folder).unlock(prepared.users[0].id, draft.lead.passphrase)


def people_of(draft: SetupDraft) -> list[NewUser]:
    """Return who gets a passphrase, the lead first."""
    people = [_new_user(draft.lead, Role.LEAD)]
    if draft.has_deputy is YesNo.YES:
        people.append(_new_user(draft.deputy, Role.DEPUTY))
    return people


def _new_user(person: Newcomer, role: Role) -> NewUser:
    return NewUser(
        name=person.name.strip(),
        role=role,
        passphrase=person.passphrase,
        profession=person.profession.strip(),
        registration=person.registration.strip(),
        phone=person.phone.strip(),
    )
