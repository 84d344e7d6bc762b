"""Where the home is: which authority or force that makes the right one, and why another."""

from collections.abc import Callable, Sequence

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.home_area import HomeArea, is_force, plain_postcode
from sgdesk.domain.sharing.recipient_rules import (
    BOUND_TO_HOME,
    is_other_area,
    is_other_nation,
    is_same_area,
    other_nation_words,
)
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.share.case import ShareCase


class HomeQuestions:
    """The questions of one form about the home. `known` is what was said of this postcode before:
    it is proposed, and never guessed. They are made in two parts, with a moment between them."""

    def __init__(self, case: ShareCase, form: Form) -> None:
        self._case = case
        self._form = form
        self._known = HomeArea()

    @property
    def parts(self) -> tuple[Callable[[], None], ...]:
        """What makes the questions, one part after the other."""
        return (self._ask_home, self._ask_others)

    def know(self, known: HomeArea) -> None:
        """Propose what was said of this postcode before, where nothing is said yet."""
        self._known = known
        self.propose()

    def propose(self) -> None:
        """Fill in the area of the home if it is known for this kind of recipient."""
        to = self._case.draft.recipient
        proposed = self._known.for_kind(to.kind) if self._is_bound() else ""
        if proposed and not to.home_area:
            self._put(proposed)
            self._form.load()

    def on_changed(self, field: str) -> None:
        """Keep with the answer for which postcode it was given."""
        if field == "home_area":
            self._put(self._case.draft.recipient.home_area)

    def _ask_home(self) -> None:
        form = self._form
        with form.card(_("Where the home is")) as self._card:
            self._told = Notice("")
            form.add_widget(self._told)
            form.line("home_area", self._asked_words())
            self._other = Notice("", kind="due")
            form.add_widget(self._other)
            form.line("other_area_because", _("Why &this one?"))
        form.only_if(self._is_asked, self._card)
        form.only_if(self._is_other, self._other, "other_area_because")

    def _ask_others(self) -> None:
        form = self._form
        with form.more_of(self._card):
            with form.beside():
                form.line("registered_area", _("Registered with a practice in, if elsewhere"))
                form.line("seen_area", _("Seen in, if elsewhere"))
            self._across = Notice("")
            form.add_widget(self._across)
        form.only_if(self._is_across, self._across)

    def _is_bound(self) -> bool:
        return self._case.draft.recipient.kind in BOUND_TO_HOME

    def _is_asked(self) -> bool:
        self._told.set_text(self._told_words())
        return self._is_bound()

    def _asked_words(self) -> str:
        if self._case.concern.urgency.nation is Nation.NORTHERN_IRELAND:
            return _("The home is in the area of which HSC &Trust or force?")
        return _("The home is in the area of which &authority or force?")

    def _told_words(self) -> str:
        case, known = self._case, self._known.for_kind(self._case.draft.recipient.kind)
        postcode = case.concern.person.postcode.strip()
        if known:
            return _("For {postcode} you said {area} before. Change it if it is not right.").format(
                postcode=postcode, area=known
            )
        if is_force(case.draft.recipient.kind):
            return _("The force where the home is decides. 101 puts you through to it.")
        first = _who_decides(case.concern.urgency.nation)
        if not postcode:
            return _("{first} The postcode is not known: ask, or ring the duty team and say"
                     " so.").format(first=first)  # fmt: skip
        return _("{first} Nothing was said of {postcode} before: look it up, and say it here"
                 " once.").format(first=first, postcode=postcode)  # fmt: skip

    def _is_other(self) -> bool:
        case, to = self._case, self._case.draft.recipient
        agency, lies_in = case.agency, case.practice.authority
        if not self._is_bound():
            return False
        if is_other_area(to):
            text = _("Is this the right one where the person lives? {agency} covers {area}; the"
                     " home is in {home}.")  # fmt: skip
            self._other.set_text(
                text.format(agency=to.organisation, area=to.area, home=to.home_area)
            )
            return True
        if is_other_nation(to, case.concern):
            self._other.set_text(other_nation_words(to, case.concern))
            return True
        # A practice names its authority, and no force.
        is_told = bool(to.home_area.strip()) or is_force(to.kind)
        if is_told or agency is None or not agency.area or not lies_in:
            return False
        if is_same_area(agency.area, lies_in):
            return False
        text = _("Is this the right one where the person lives? {agency} covers {area}; this"
                 " practice lies in {home}.")  # fmt: skip
        self._other.set_text(text.format(agency=agency.name, area=agency.area, home=lies_in))
        return True

    def _is_across(self) -> bool:
        to = self._case.draft.recipient
        home = to.home_area.strip()
        others = [one.strip() for one in (to.registered_area, to.seen_area)]
        others = [one for one in dict.fromkeys(others) if one and not is_same_area(one, home)]
        if not home or not others:
            return False
        text = _("The home comes first: {home}. Tell them that {others} may hold something too; the"
                 " record names all of them.")  # fmt: skip
        text = text.format(home=home, others=_(" and ").join(others))
        teams = [_line(one) for one in self._teams_in([home, *others])]
        self._across.set_text("\n".join((text, *teams)))
        return True

    def _teams_in(self, areas: Sequence[str]) -> list[Agency]:
        kind = self._case.draft.recipient.kind
        return [
            agency
            for area in areas
            for agency in self._case.agencies
            if agency.kind == kind and is_same_area(agency.area, area)
        ]

    def _put(self, area: str) -> None:
        person = self._case.concern.person
        # A protected address leaves no trace outside its own record.
        kept = "" if person.address_protected else plain_postcode(person.postcode)
        self._case.draft.recipient = msgspec.structs.replace(
            self._case.draft.recipient, home_area=area, home_postcode=kept if area else ""
        )


def _who_decides(nation: Nation) -> str:
    if nation is Nation.WALES:
        return _("In Wales the authority where the concern arose decides; if that is not where the"
                 " home is, say so below.")  # fmt: skip
    if nation is Nation.NORTHERN_IRELAND:
        return _("The Health and Social Care Trust where the home is decides.")
    return _("The authority where the home is decides.")


def _line(agency: Agency) -> str:
    return " · ".join(filter(None, (agency.area, agency.name, agency.phone)))
