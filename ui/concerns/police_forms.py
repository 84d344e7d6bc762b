"""The questions of what came from the police later, and of a mandatory report that waits."""

from collections.abc import Sequence

from sgdesk.domain.entries import NewsDraft
from sgdesk.domain.police import NEWS_WORDS, NewsKind
from sgdesk.domain.police_points import NUMBER_WORDS
from sgdesk.services.police_past import PastContact
from sgdesk.text import _, read_moment
from ui.concerns.gradual_form import GradualForm
from ui.kit.choice_fields import Options
from ui.kit.form import Form


def add_news(later: GradualForm, draft: NewsDraft, contacts: Sequence[PastContact]) -> None:
    """Add what came later about one contact; nothing of the contact itself is changed."""
    form = later.form
    later.card(_("What came from the police later"), _("The contact itself stays as it was."))
    later.later(
        lambda: form.choice("kind", _("What is &it?"), _kinds(draft, contacts), as_list=True)
    )
    if len(contacts) > 1:
        later.later(
            lambda: form.choice(
                "contact_id", _("About which conta&ct?"), _named(contacts), as_list=True
            )
        )
    later.later(
        lambda: form.moment("day", "clock_time", _("&Day it came"), _("&Time")),
        lambda: _ask_number(form, draft),
        lambda: form.line("by", _("&Who told us, their rank and number")),
        lambda: form.long_text("text", _("What they sai&d"), rows=2),
    )


def add_delay(later: GradualForm) -> None:
    """Add why a report waits in an exceptional case."""
    form = later.form
    hint = _(
        "Only in an exceptional case, such as a danger to her or another child from the report"
        " itself. The report stays due, and the law sets its last day."
    )
    later.card(_("The report to the police waits"), hint)
    later.later(
        lambda: form.long_text("because", _("&Why can it not be made now?"), rows=3),
        lambda: form.line("advice", _("Whose ad&vice was taken, and when")),
    )


def _ask_number(form: Form, draft: NewsDraft) -> None:
    def is_number() -> bool:
        return draft.kind in NUMBER_WORDS

    with form.beside() as beside:
        form.line("number", _("The &number, just as they say it"))
        form.date("number_on", _("Date &of that number"))
    beside.setVisible(is_number())
    form.only_if(is_number, beside)


def _kinds(draft: NewsDraft, contacts: Sequence[PastContact]) -> Options:
    about = next((one.contact for one in contacts if one.contact.id == draft.contact_id), None)
    is_report = about is not None and about.fgm is not None
    return [
        (kind, _(words))
        for kind, words in NEWS_WORDS.items()
        if kind is not NewsKind.CONFIRMED or is_report
    ]


def _named(contacts: Sequence[PastContact]) -> Options:
    return [
        (
            str(one.contact.id),
            _("{when}, {force}").format(
                when=read_moment(one.contact.started_at), force=one.contact.force
            ),
        )
        for one in contacts
    ]
