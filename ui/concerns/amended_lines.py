"""What was written before an amendment: struck through, with when, who and why."""

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import QWidget

from sgdesk.domain.amendment import Amendment, Change
from sgdesk.domain.masking import Shown
from sgdesk.domain.withdrawal import Deed
from sgdesk.text import _, read_moment
from ui.kit.cards import rich_words, words
from ui.kit.layout import Gap, column

_TOLD = {
    Deed.AMEND: "Amended {when} by {who}: {why}",
    Deed.WITHDRAW: "Withdrawn {when} by {who}: {why}",
    Deed.BRING_BACK: "Stands again, {when}, by {who}: {why}",
}


def amended_lines(amendments: Iterable[Amendment], shown: Shown) -> list[QWidget]:
    """Return a part for each amendment, the newest first; people's words are never markup."""
    return [_lines(one, shown) for one in sorted(amendments, key=lambda one: one.at, reverse=True)]


def _lines(one: Amendment, shown: Shown) -> QWidget:
    widget = QWidget()
    layout = column(widget, Gap.NONE)
    if not one.is_new and one.deed is not Deed.BRING_BACK:
        for change in one.changes:
            old = rich_words(_struck(one, change, shown), "hint")
            old.setAccessibleName(_("Written before: {text}").format(text=shown(change.before)))
            layout.addWidget(old)
    pattern = "Added later, {when}, by {who}: {why}" if one.is_new else _TOLD[one.deed]
    told = _(pattern).format(when=read_moment(one.at), who=one.by, why=shown(one.because))
    layout.addWidget(words(told, "hint"))
    return widget


def _struck(one: Amendment, change: Change, shown: Shown) -> str:
    before = escape(shown(change.before)).replace("\n", "<br>")
    if one.fact_id is not None or one.deed is not Deed.AMEND:
        return _("Before: {text}").format(text=f"<s>{before}</s>")
    return _("{label}: {before} now {after}").format(
        label=escape(change.label), before=f"<s>{before}</s>", after=escape(shown(change.after))
    )
