"""The pages of the window: each is made when it is first shown, and wired to the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.settings import Settings
from ui.agencies.page import AgenciesPage
from ui.call.emergency_page import EmergencyPage
from ui.call.page import CallPage
from ui.concerns.concern_page import ConcernPage
from ui.concerns.list_page import ConcernsPage
from ui.concerns.paper_page import PaperPage
from ui.help.page import HelpPage
from ui.kit.ask import Asker
from ui.kit.printing import PrintService
from ui.kit.tasks import Runner
from ui.log.page import LogPage
from ui.main_window.places import Place
from ui.police.page import PolicePage
from ui.settings.page import SettingsPage
from ui.setup.practice_form import policy_questions, practice_questions
from ui.today.page import TodayPage


class Room(Protocol):
    """What the window asks of every page."""

    help_name: str

    def enter(self) -> None:
        """Read everything anew, with the focus on the heading."""
        ...

    def show_names(self, shown: bool) -> None:
        """Show whole names, or initials and age."""
        ...


@dataclass(slots=True)
class Surroundings:
    """What the pages work with. `store` is the folder of the records; `desk` comes with the key."""

    runner: Runner
    asker: Asker
    printers: PrintService
    store: Path
    desk: Desk = field(init=False)


class Rooms:
    """Makes pages and keeps them. `wire` connects a page that was just made."""

    def __init__(
        self, around: Surroundings, settings: Settings, wire: Callable[[QWidget], None]
    ) -> None:
        self._around = around
        self._settings = settings
        self._wire = wire
        self._pages: dict[Place, QWidget] = {}

    @property
    def made(self) -> list[QWidget]:
        """The pages that were shown so far."""
        return list(self._pages.values())

    @property
    def today(self) -> TodayPage:
        """The first page."""
        return cast(TodayPage, self.page(Place.TODAY))

    def page(self, place: Place) -> QWidget:
        """Return the page of a place."""
        if place not in self._pages:
            self._pages[place] = self._new(place)
            self._wire(self._pages[place])
        return self._pages[place]

    def room(self, place: Place) -> Room:
        """Return the page of a place, as the window asks things of it."""
        return cast(Room, self.page(place))

    def _new(self, place: Place) -> QWidget:
        around, runner = self._around, self._around.runner
        asker, printers = around.asker, around.printers
        makers: dict[Place, Callable[[], QWidget]] = {
            Place.TODAY: lambda: TodayPage(
                lambda: around.desk.today.view(), runner, lambda: around.desk.today.confirm_clock()
            ),
            Place.CONCERNS: lambda: ConcernsPage(around.desk, runner),
            Place.LOG: lambda: LogPage(around.desk, runner),
            Place.AGENCIES: lambda: AgenciesPage(around.desk, runner, asker),
            Place.HELP: lambda: HelpPage(around.desk, runner),
            Place.SETTINGS: self._settings_page,
            Place.CONCERN: lambda: ConcernPage(around.desk, runner, asker),
            Place.PAPER: lambda: PaperPage(around.desk, runner, asker, printers),
            Place.CALL: lambda: CallPage(around.desk, runner, asker),
            Place.EMERGENCY: lambda: EmergencyPage(around.desk, runner, asker),
            Place.POLICE: lambda: PolicePage(around.desk, runner, asker),
        }
        return makers[place]()

    def _settings_page(self) -> QWidget:
        around = self._around
        return SettingsPage(
            around.desk, around.runner, around.asker, self._settings, around.store,
            practice_questions, policy_questions,
        )  # fmt: skip
