"""Settings: the practice, the people, how the window looks and locks, backups, and guidance."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from sgdesk.bootstrap import Desk
from sgdesk.ids import DraftId
from sgdesk.settings import Settings
from sgdesk.text import _
from ui.attachments.rule_part import RulePart
from ui.kit.ask import Asker
from ui.kit.cards import button
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap
from ui.kit.page import Page
from ui.kit.tasks import Runner
from ui.settings.guidance_part import GuidancePart
from ui.settings.look_card import LookCard
from ui.settings.people_card import PeopleCard
from ui.settings.practice_part import PolicyQuestions, PracticePart, PracticeQuestions
from ui.settings.safety_part import SafetyPart

_PART_OF = {"practice": "practice", "files-rule": "files", "guidance-reason": "guidance"}
Part = PracticePart | LookCard | SafetyPart | RulePart | PeopleCard | GuidancePart


class SettingsPage(Page):
    """Six parts, one at a time. `settings_changed` carries the program's new settings, `paper_made`
    a paper."""

    settings_changed = Signal(object)
    paper_made = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        asker: Asker,
        settings: Settings,
        store: Path,
        practice_questions: PracticeQuestions,
        policy_questions: PolicyQuestions,
    ) -> None:
        super().__init__(_("Settings"), help_name="settings")
        self._makers: dict[str, Callable[[], Part]] = {
            "practice": lambda: PracticePart(desk, runner, practice_questions, policy_questions),
            "look": lambda: LookCard(settings),
            "safety": lambda: SafetyPart(desk, runner, asker, store),
            "files": lambda: RulePart(desk, runner),
            "people": lambda: PeopleCard(desk, runner),
            "guidance": lambda: GuidancePart(desk, runner, asker),
        }
        self._parts: dict[str, Part] = {}
        self._then = Gradually(self)
        self.body.addLayout(self._tabs())
        self._open("practice")

    def enter(self) -> None:
        """Read everything anew."""
        super().enter()
        for part in self._parts.values():
            _read(part)

    def open_part(self, name: str) -> None:
        """Show a part: practice, look, safety, files, people or guidance."""
        self._buttons[name].click()

    def go_on(self, flow: str, draft_id: DraftId) -> None:
        """Open the part in which a draft was left, with the caret where it was."""
        name = _PART_OF[flow]
        self.open_part(name)
        part = self._parts[name]
        if isinstance(part, GuidancePart):
            part.go_on(draft_id)
            self._then.add(partial(part.show_caret, draft_id))
        elif isinstance(part, PracticePart | RulePart):
            self._then.add(part.show_caret)
        self._then.go_on()

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is typed in every part as drafts, and then call `done`; not if it fails."""
        for part in self._parts.values():
            if isinstance(part, PracticePart | RulePart | GuidancePart):
                done = partial(part.keep, done)
        done()

    def _tabs(self) -> FlowLayout:
        titles = {
            "practice": _("Practice and policies"),
            "look": _("Look and lock"),
            "safety": _("Backups and log"),
            "files": _("Photos and files"),
            "people": _("People"),
            "guidance": _("Guidance"),
        }
        tabs, group = FlowLayout(gap=Gap.SMALL), QButtonGroup(self)
        self._buttons = {}
        for name, title in titles.items():
            tab = button(title, "tab", f"part:{name}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, wanted=name: self._open(wanted))
            group.addButton(tab)
            tabs.addWidget(tab)
            self._buttons[name] = tab
        self._buttons["practice"].setChecked(True)
        return tabs

    def _open(self, wanted: str) -> None:
        self.say_nothing()
        for name, part in self._parts.items():
            part.setVisible(name == wanted)
        if wanted not in self._parts:
            # Made in one turn and shown in another: each takes its time.
            self._add_part(wanted)
            self._then.replace([self._parts[wanted].show])
            self._then.go_on()

    def _add_part(self, name: str) -> None:
        # Made when it is first opened: all of them at once would take 40 ms.
        self._parts[name] = part = self._makers[name]()
        part.hide()
        if isinstance(part, LookCard):
            part.settings_changed.connect(self.settings_changed)
        else:
            part.said.connect(self.say)
            part.failed.connect(self.fail)
        if isinstance(part, PracticePart | RulePart | GuidancePart):
            part.sought.connect(self.bring_into_sight)
        if isinstance(part, SafetyPart):
            part.paper_made.connect(self.paper_made)
        self.add(part)
        if len(self._parts) > 1:
            _read(part)


def _read(part: Part) -> None:
    if not isinstance(part, LookCard):
        part.read()
