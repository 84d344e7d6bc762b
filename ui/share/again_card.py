"""Asks why the same facts go to the same team once more."""

from sgdesk.domain.sharing.taken_over import sent_before
from sgdesk.text import _, read_moment
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.share.case import ShareCase


class AgainForm(Form):
    """Shown only where the same was decided for this team before."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(DraftHolder(case.draft))
        self._case = case
        with self.card() as card:
            self._told = Notice("", kind="due")
            self.add_widget(self._told)
            self.long_text("again_because", _("&Why do they go to this team once more?"), rows=2)
        self.only_if(self._is_again, card)

    def _is_again(self) -> bool:
        before = sent_before(self._case.draft, self._case.flow.earlier)
        if before is not None:
            self._told.set_text(
                _("The same facts were decided for {agency} on {when}.").format(
                    agency=before.recipient.organisation, when=read_moment(before.decided_at)
                )
            )
        return before is not None
