"""What became of one try: which way, when, how it ended, and what proves it."""

from datetime import datetime

from sgdesk.domain.agency import ROUTE_WORDS, RouteKind
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import (
    ATTEMPT_WORDS,
    FAILURE_WORDS,
    AttemptDraft,
    AttemptState,
    Failure,
    SharingDraft,
)
from sgdesk.text import _, from_london, read_short_date, read_time, to_london
from ui.kit.binding import part_of
from ui.kit.form import Form

_OFFERED = (AttemptState.CONFIRMED, AttemptState.UNCONFIRMED, AttemptState.FAILED)


def moment_of(typed: AttemptDraft) -> datetime | None:
    """Return when it was tried, or None while that is not complete."""
    return None if typed.on is None or typed.at is None else from_london(typed.on, typed.at)


def typed_now(route: RouteKind | None, now: datetime) -> AttemptDraft:
    """Return an empty try on that route, at this moment."""
    local = to_london(now)
    day, clock_time = local.date(), local.time().replace(second=0, microsecond=0)
    return AttemptDraft(
        route=route, on=day, on_typed=read_short_date(day), at=clock_time,
        at_typed=read_time(clock_time),
    )  # fmt: skip


def attempt_form(draft: SharingDraft) -> Form:
    """Return a form about the try that the draft holds; `ask_first` and `ask_rest` fill it, each
    in a turn of the window."""
    return Form(part_of(draft, "attempt"), "attempt")


def ask_first(form: Form) -> None:
    """Ask which way it went, when, and how it ended."""
    form.choice("route", _("Which wa&y?"), [(kind, _(ROUTE_WORDS[kind])) for kind in RouteKind],
                as_list=True)  # fmt: skip
    form.moment("on", "at", _("On which &day?"), _("At what &time?"))
    form.choice("state", _("How did it &end?"), [(one, _(ATTEMPT_WORDS[one])) for one in _OFFERED])


def ask_rest(form: Form, draft: SharingDraft) -> None:
    """Ask what went wrong, or what proves that it came."""
    form.choice("failure", _("Why did it &fail?"), list(failure_words().items()), as_list=True)
    form.line("message", _("What did the page or the person &say?"))
    form.line("account", _("Whose &account was used?"))
    form.line(
        "proof", _("What pro&ves that it came?"),
        _("Their reference, a receipt, or the name of whoever took it."),
    )  # fmt: skip
    failed, unsure = AttemptState.FAILED, AttemptState.UNCONFIRMED
    form.only_if(lambda: draft.attempt.state is failed, "failure")
    form.only_if(lambda: draft.attempt.state in (failed, unsure), "message")
    form.only_if(lambda: draft.attempt.route is RouteKind.PORTAL, "account")
    form.only_if(lambda: draft.attempt.state is AttemptState.CONFIRMED, "proof")


def attempt_problems(typed: AttemptDraft, now: datetime) -> list[Problem]:
    """Return what is missing before the try can be recorded."""
    at = moment_of(typed)
    checks = [
        ("route", typed.route is None, _("Choose the way it went.")),
        ("state", typed.state is None, _("Say how it ended.")),
        ("on", typed.on is None, _("Write the day as 20 11 2026.")),
        ("at", typed.at is None, _("Write the time as 10:05.")),
        ("at", at is not None and at > now, _("This time lies ahead. Check it.")),
    ]
    return [Problem("send", f"attempt.{field}", text) for field, wrong, text in checks if wrong]


def failure_words() -> dict[Failure, str]:
    """Return the reasons for a failure, in words."""
    return {one: _(FAILURE_WORDS[one]) for one in Failure}
