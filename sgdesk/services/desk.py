"""The unlocked desk: every service over one open store."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from sgdesk.clock import Clock
from sgdesk.domain.practice import Practice, User
from sgdesk.vault.keychain import Keychain

if TYPE_CHECKING:
    from sgdesk.domain.guidance import Guidance
    from sgdesk.domain.maps import MapView
    from sgdesk.domain.recipients import RecipientKind
    from sgdesk.domain.wording import Wording
    from sgdesk.services.attachments import Attachments
    from sgdesk.services.concerns_amend import Amendments
    from sgdesk.services.context import Context
    from sgdesk.services.data_matters import DataMatters
    from sgdesk.services.emergencies import Emergencies
    from sgdesk.services.entries import Entries
    from sgdesk.services.exchange import Exchange
    from sgdesk.services.guidance import Guidances
    from sgdesk.services.importing import Importing
    from sgdesk.services.letters import Letters
    from sgdesk.services.people import People
    from sgdesk.services.police import PoliceContacts
    from sgdesk.services.printing import Printing
    from sgdesk.services.unsaved import UnsavedDrafts
    from sgdesk.services.verification import Verification
    from sgdesk.store.unit import Store


class Desk:
    """The unlocked desk: every service, over one open store, for one user.

    What Today does not need is loaded when it is first asked for, on the thread that asks.
    """

    def __init__(
        self,
        store: "Store",
        user: User,
        store_id: str,
        clock: Clock,
        keychain: Keychain,
        *,
        demo: bool = False,
    ) -> None:
        from sgdesk.services.agencies import Agencies
        from sgdesk.services.backups import Backups
        from sgdesk.services.calls import Calls
        from sgdesk.services.concerns import Concerns
        from sgdesk.services.dues import Dues
        from sgdesk.services.log import Log
        from sgdesk.services.outcomes import Outcomes
        from sgdesk.services.setup import Setup
        from sgdesk.services.sharing import Sharings
        from sgdesk.services.today import Today

        self.user = user
        self.clock = clock
        self.is_demonstration = demo
        self._store = store
        self._store_id = store_id
        self._keychain = keychain
        self._context = context = _context(store, user, clock, demo=demo)
        self.concerns = Concerns(context)
        self.sharings = Sharings(context)
        self.calls = Calls(context)
        self.dues = Dues(context)
        self.outcomes = Outcomes(context)
        self.log = Log(context)
        self.agencies = Agencies(context)
        self.backups = Backups(context, store_id, keychain)
        self.today = Today(context, self.agencies, self.backups)
        self.setup = Setup(context)

    @property
    def guidance(self) -> "Guidance":
        """The guidance of the practice's nation that holds now."""
        return self._context.guidance

    @property
    def practice(self) -> Practice:
        """The practice as it is now."""
        return self._context.practice()

    @cached_property
    def amendments(self) -> "Amendments":
        """What was not right in a signed record, and what belongs with it."""
        from sgdesk.services.concerns_amend import Amendments

        return Amendments(self._context)

    @cached_property
    def attachments(self) -> "Attachments":
        """Files that are kept with concerns."""
        from sgdesk.services.attachments import Attachments

        return Attachments(self._context)

    @cached_property
    def data_matters(self) -> "DataMatters":
        """What happened to the data of a concern."""
        from sgdesk.services.data_matters import DataMatters

        return DataMatters(self._context)

    @cached_property
    def emergencies(self) -> "Emergencies":
        """What is written down when there is no time."""
        from sgdesk.services.emergencies import Emergencies

        return Emergencies(self._context, self.concerns, self.calls)

    @cached_property
    def entries(self) -> "Entries":
        """What is written about a concern after it was signed."""
        from sgdesk.services.entries import Entries

        return Entries(self._context)

    @cached_property
    def exchange(self) -> "Exchange":
        """A concern as a file, out and in."""
        from sgdesk.services.exchange import Exchange

        return Exchange(self._context)

    @cached_property
    def guidances(self) -> "Guidances":
        """The versions of the guidance: which holds, which are held, and newer ones."""
        from sgdesk.services.guidance import Guidances

        return Guidances(self._context)

    @cached_property
    def importing(self) -> "Importing":
        """Rows that another program wrote, taken into a chronology."""
        from sgdesk.services.importing import Importing

        return Importing(self._context)

    @cached_property
    def letters(self) -> "Letters":
        """Letters to an agency that does not answer, or with whom the practice disagrees."""
        from sgdesk.services.letters import Letters

        return Letters(self._context)

    @cached_property
    def people(self) -> "People":
        """People and households that are known here, offered while somebody types."""
        from sgdesk.services.people import People

        return People(self._context)

    @cached_property
    def police(self) -> "PoliceContacts":
        """Contacts with the police, their numbers, and mandatory reports."""
        from sgdesk.services.police import PoliceContacts

        return PoliceContacts(self._context)

    @cached_property
    def printing(self) -> "Printing":
        """The papers: made, printed and kept."""
        from sgdesk.services.printing import Printing

        return Printing(self._context)

    @cached_property
    def unsaved(self) -> "UnsavedDrafts":
        """What is typed in the directory and in Settings, and holds nowhere yet."""
        from sgdesk.services.unsaved import UnsavedDrafts

        return UnsavedDrafts(self._context)

    @cached_property
    def verification(self) -> "Verification":
        """The check of the whole store."""
        from sgdesk.services.verification import Verification

        return Verification(self._context, self._store_id, self._keychain)

    @property
    def wording(self) -> "Wording":
        """The rules for wording."""
        return self._context.wording

    @cached_property
    def maps(self) -> "dict[str, MapView]":
        """The outlines on which marks are made, by their id."""
        from sgdesk.library.maps import maps_by_id

        return maps_by_id()

    @property
    def recipients(self) -> "tuple[RecipientKind, ...]":
        """The kinds of recipient as the practice's nation calls them, and what each usually needs.
        Of some there is none in that nation."""
        from sgdesk.library.recipients import recipient_file

        return recipient_file().called_in(self._context.guidance.nation)

    def close(self) -> None:
        """Tell the keyring where the history ends, and let the store go."""
        self.backups.remember_head()
        self._store.close()

    def let_go(self) -> Callable[[], object]:
        """Let the store go, and return what tells the keyring where the history ends: the window
        does not wait for a keyring that waits for somebody."""
        rest = self.backups.to_remember()
        self._store.close()
        return rest


def _context(store: "Store", user: User, clock: Clock, *, demo: bool) -> "Context":
    from sgdesk.library.guidance import guidance_for
    from sgdesk.services.context import Context

    with store.unit(user.id, clock) as unit:
        nation = unit.practice.get().nation
        accepted = unit.guidances.accepted()
    guidance = accepted[nation] if nation in accepted else guidance_for(nation)
    return Context(store, user, clock, guidance, demo, accepted)
