"""The open store, and the unit in which everything happens: no commit, no change."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from sgdesk.clock import Clock
from sgdesk.ids import UserId
from sgdesk.store.agencies import Agencies
from sgdesk.store.attachments import Attachments
from sgdesk.store.audit import Audit, Detail, Head
from sgdesk.store.backup import Backup, make_backup
from sgdesk.store.calls import Calls, Outcomes
from sgdesk.store.closings import Closings
from sgdesk.store.concerns import Concerns
from sgdesk.store.database_failures import database_in_words
from sgdesk.store.drafts import Drafts
from sgdesk.store.dues import Dues
from sgdesk.store.engine import check_pages, new_engine, open_engine
from sgdesk.store.facts import Facts
from sgdesk.store.folder import StoreFolder
from sgdesk.store.guidances import Guidances
from sgdesk.store.links import Links
from sgdesk.store.migrate import bring_up_to_date, make_schema
from sgdesk.store.one_at_a_time import Hold, hold
from sgdesk.store.papers import Papers
from sgdesk.store.people import People
from sgdesk.store.police import PoliceContacts
from sgdesk.store.practices import Practices, Users
from sgdesk.store.references import References
from sgdesk.store.register import Register
from sgdesk.store.search import Search
from sgdesk.store.sharings import Sharings


class Unit:
    """One transaction in one user's name. What is not committed never happened.

    What the disk or the database refuses inside it comes out as a SituationError.
    """

    def __init__(self, engine: Engine, user: UserId | None, clock: Clock) -> None:
        self._engine = engine
        self._user = user or ""
        self._clock = clock
        self._ending = ExitStack()

    def __enter__(self) -> Self:
        self._ending.enter_context(database_in_words())
        connection = self._ending.enter_context(self._engine.connect())
        self._connection = connection
        self.history = Audit(connection)
        self.practice = Practices(connection)
        self.users = Users(connection)
        self.people = People(connection)
        self.concerns = Concerns(connection)
        self.facts = Facts(connection)
        self.references = References(connection)
        self.sharings = Sharings(connection)
        self.calls = Calls(connection)
        self.outcomes = Outcomes(connection)
        self.closings = Closings(connection)
        self.links = Links(connection)
        self.dues = Dues(connection)
        self.agencies = Agencies(connection)
        self.papers = Papers(connection)
        self.attachments = Attachments(connection)
        self.police = PoliceContacts(connection)
        self.guidances = Guidances(connection)
        self.register = Register(connection)
        self.drafts = Drafts(connection)
        self.search = Search(connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ending.__exit__(kind, error, traceback)

    def audit(self, action: str, subject: str = "", detail: Detail | None = None) -> Head:
        """Add an entry to the history in this user's name; ids, kinds and hashes only."""
        return self.history.append(self._clock, self._user, action, subject, detail)

    def commit(self) -> None:
        """Make what happened in this unit last; it is on the disk when this returns."""
        with database_in_words():
            self._connection.commit()


class Store:
    """The open store: opened, used and closed on one worker thread."""

    def __init__(self, folder: StoreFolder, key: bytes, engine: Engine, held: Hold) -> None:
        self.folder = folder
        self._key = key
        self._engine = engine
        self._held = held

    @classmethod
    def create(
        cls,
        folder: StoreFolder,
        slots: bytes,
        key: bytes,
        clock: Clock,
        *,
        for_everyone: bool = False,
    ) -> Self:
        """Make a new store in an empty folder and open it; raise SituationError if that fails.

        It counts from the last step on; a store that was begun and not finished is taken away.
        """
        folder.make(for_everyone=for_everyone)
        held = hold(folder.path, clock)
        try:
            engine = new_engine(folder.make_database_file(1), key)
            try:
                make_schema(engine)
                folder.write_slots(slots, 1)
                folder.switch_to(1)
            except BaseException:
                engine.dispose()
                raise
        except BaseException:
            folder.take_away_unfinished()
            held.let_go()
            raise
        return cls(folder, key, engine, held)

    @classmethod
    def open(cls, folder: StoreFolder, key: bytes, clock: Clock) -> Self:
        """Open a store with its key, and bring its schema up to date after making a copy.

        Raises SituationError: no store here, in use, plain, foreign, cut, damaged, or newer.
        """
        folder.generation()
        held = hold(folder.path, clock)
        try:
            folder.check()
            path = folder.database()
            engine = open_engine(path, key)
            try:
                bring_up_to_date(engine, path, key)
            except BaseException:
                engine.dispose()
                raise
        except BaseException:
            held.let_go()
            raise
        return cls(folder, key, engine, held)

    def unit(self, user: UserId | None, clock: Clock) -> Unit:
        """Begin one transaction in a user's name; None where nobody is known yet."""
        return Unit(self._engine, user, clock)

    def check_pages(self) -> None:
        """Check every page, on any thread; raise SituationError if the file is damaged."""
        check_pages(self.folder.database(), self._key)

    def back_up(self, store_id: str, place: Path, made_at: datetime) -> Backup:
        """Write a backup into a place, on any thread; return it once opened and verified."""
        return make_backup(self.folder, self._key, store_id, place, made_at)

    def close(self) -> None:
        """Close the file and give it free, on the thread that opened it."""
        with database_in_words():
            self._engine.dispose()
        self._held.let_go()
