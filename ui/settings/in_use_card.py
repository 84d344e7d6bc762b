"""The guidance that holds, how old it is, and which files wait for a lead."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.guidance_held import GuidanceState, HeldVersion, is_stale
from sgdesk.text import _, read_moment, read_short_date
from ui.kit.cards import Card, Notice, button, tag, words


class InUseCard(Card):
    """`choose_asked` when a newer file is to be looked over; `compare_asked` carries the version
    that waits and is to be compared."""

    choose_asked = Signal()
    compare_asked = Signal(str)

    def __init__(self, state: GuidanceState, today: date) -> None:
        super().__init__(_("The guidance that holds"))
        guidance = state.in_use
        stale = is_stale(guidance, today)
        self.add_to_title(tag(_("Check again"), "due") if stale else tag(_("In date"), "ok"))
        day = read_short_date(guidance.checked_on)
        about = _("{version}, checked on {day}.").format(version=guidance.version, day=day)
        self.add(words(about))
        if stale:
            text = _(
                "It was checked more than three months ago. Law and guidance change: look"
                " at the sources, or ask for a newer file."
            )
            self.add(Notice(text, kind="due"))
        if state.own.checked_on > guidance.checked_on:
            self.add(Notice(_("This program brings newer guidance than the one that holds.")))
        for waiting in state.waiting:
            self.add(self._waiting(waiting))
        choose = button(_("&Choose a newer file…"), "primary", "guidance-choose")
        choose.clicked.connect(self.choose_asked)
        self.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        hint = _("It is looked over and compared first. Nothing changes before a lead accepts it.")
        self.add(words(hint, "hint"))

    def _waiting(self, held: HeldVersion) -> Notice:
        text = _("{version} was brought {when}, and no lead has decided on it yet.")
        told = text.format(version=held.version, when=read_moment(held.held_since))
        notice = Notice(told, kind="due")
        notice.add_link(f"guidance-waiting:{held.id}", _("Compare it"))
        notice.linked.connect(lambda _id: self.compare_asked.emit(held.id))
        return notice
