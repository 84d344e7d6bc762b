"""Route: how it goes, what the agency prefers, and what makes a route unsafe."""

from functools import partial

import msgspec

from sgdesk.domain.agency import ROUTE_WORDS, Agency, RouteKind
from sgdesk.domain.answers import Nation
from sgdesk.domain.flows.share import route_reminder
from sgdesk.domain.sharing.recipient import PASSWORD_WORDS, Recipient
from sgdesk.domain.sharing.recipient_rules import (
    is_personal,
    is_secure,
    mail_domain,
    needs_password,
)
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import Notice
from ui.kit.choice_fields import options_of
from ui.kit.form import Form
from ui.kit.step_page import StepPage
from ui.share.addresses import with_route
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip
from ui.share.noted_options import NotedOption, noted_choice


class RoutePage(StepPage):
    """Asks how it goes. The address of the recipient follows the route."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("The way it goes decides how it can be read on the way."))
        self._case = case
        self._agency_shown: Agency | None = None
        self.add(guidance_strip(case.guidance, "route"))
        self._form: Form | None = None

    def load(self) -> None:
        """Show what the draft holds, with the preferences of the recipient chosen by now."""
        if self._form is None or self._agency_shown is not self._case.agency:
            self._build()
        self._note_preferred()
        super().load()
        self._show_address()

    def _build(self) -> None:
        if self._form is not None:
            self.forget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._agency_shown = self._case.agency
        self._form = Form(part_of(self._case.draft, "route"), "route")
        self._form.changed.connect(self._on_changed)
        self.add_form(self._form)
        self.later_instead(
            partial(self._ask_way, self._form), partial(self._ask_care, self._form),
            self._show_address,
        )  # fmt: skip

    def _note_preferred(self) -> None:
        # A draft that was begun before the directory said what they prefer.
        draft, agency = self._case.draft, self._case.agency
        preferred = agency.preferred if agency is not None else None
        if draft.route.preferred is not preferred:
            draft.route = msgspec.structs.replace(draft.route, preferred=preferred)

    def _ask_way(self, form: Form) -> None:
        with form.card() as self._card:
            options = route_options(self._agency_shown)
            form.add(_("&How does it go?"), noted_choice("kind", options, nothing=None))

    def _ask_care(self, form: Form) -> None:
        with form.more_of(self._card):
            self._address = Notice("")
            form.add_widget(self._address)
            form.line("not_preferred_because", _("&Why not the way they prefer?"))
            self._unsafe = Notice("", kind="due")
            form.add_widget(self._unsafe)
            form.line(
                "safe_because",
                _("What makes it &safe?"),
                _("For example: your secure mail, to the address on their website; rang back."),
            )
            ways = options_of(PASSWORD_WORDS)
            form.choice("password_by", _("How does the &password reach them?"), ways, as_list=False)
        form.only_if(self._is_not_preferred, "not_preferred_because")
        form.only_if(self._is_unsafe, self._unsafe)
        form.only_if(lambda: needs_password(self._case.draft.route), "password_by")

    def _is_not_preferred(self) -> bool:
        return bool(route_reminder(self._case.draft, self._case.agency))

    def _is_unsafe(self) -> bool:
        draft, nation = self._case.draft, self._case.practice.nation
        text = unsafe_words(draft.route.kind, draft.recipient, nation)
        self._unsafe.set_text(text)
        return bool(text)

    def _on_changed(self, field: str) -> None:
        draft, agency = self._case.draft, self._case.agency
        if field == "kind" and agency is not None:
            draft.recipient = with_route(
                draft.recipient, agency, draft.route.kind, self._case.desk.clock.now()
            )
        self._show_address()

    def _show_address(self) -> None:
        if not self.is_complete:
            return
        recipient = self._case.draft.recipient
        self._address.setVisible(bool(recipient.organisation))
        self._address.set_text(
            _("To {agency}: {address}").format(
                agency=recipient.organisation,
                address=recipient.address_used or _("no address or number for this way yet"),
            )
        )


def route_options(agency: Agency | None) -> list[NotedOption]:
    """Return the routes, those that the agency accepts first, each with what to look out for."""
    accepted = agency.channels if agency is not None else ()
    routes = sorted(RouteKind, key=lambda kind: kind not in accepted)
    return [NotedOption(kind, _(ROUTE_WORDS[kind]), _care(kind), _mark(kind, agency))
            for kind in routes]  # fmt: skip


def unsafe_words(kind: RouteKind | None, to: Recipient, nation: Nation) -> str:
    """Return what makes this route unsafe to this address, or nothing."""
    domain = mail_domain(to.address_used)
    if kind in (RouteKind.SECURE_EMAIL, RouteKind.FORM) and domain:
        if is_personal(domain):
            return _("{domain} is a personal mail service. Never send there.").format(domain=domain)
        if not is_secure(domain):
            ask = _("Is {domain} secure the whole way? Ask them, or look in your mail service’s"
                    " list. No name in the subject.")  # fmt: skip
            if nation is Nation.ENGLAND:
                ask = _("Is {domain} secure the whole way? Ask them, or look in your mail service’s"
                        " list; from NHSmail, [secure] in the subject encrypts. No name in the"
                        " subject.")  # fmt: skip
            return ask.format(domain=domain)
    if kind in (RouteKind.POST, RouteKind.HAND) and not to.person.strip():
        return _("It goes to a named person. Name somebody on the page before.")
    if kind is RouteKind.PORTAL and to.address_used.casefold().startswith("http:"):
        return _("This address is not encrypted (http). Check it, and use one with https.")
    return ""


def _mark(kind: RouteKind, agency: Agency | None) -> str:
    if agency is None:
        return ""
    if kind is agency.preferred:
        return _("They prefer this")
    return _("They accept this") if kind in agency.channels else ""


def _care(kind: RouteKind) -> str:
    return {
        RouteKind.PORTAL: _(
            "Keep their reference or receipt. Unsafe if somebody else’s account is used, or if"
            " the page hung: then nobody knows whether it arrived."
        ),
        RouteKind.FORM: _(
            "Unsafe as a plain attachment: protect the file, and give the password another way."
        ),
        RouteKind.SECURE_EMAIL: _(
            "Unsafe to a personal address, or to one that is not secure and without encryption."
            " No name in the subject or in the file’s name."
        ),
        RouteKind.TELEPHONE: _(
            "Unsafe if you do not know who is at the other end: ring a published number. It is"
            " followed in writing."
        ),
        RouteKind.POST: _(
            "Only where nothing electronic works. To a named person, in two envelopes, tracked;"
            " ask whether it came."
        ),
        RouteKind.HAND: _("Into the hand of a named person, who signs for it."),
    }[kind]
