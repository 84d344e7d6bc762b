"""Who knows and who agrees, put into words."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.facts.words import moment_words
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.sharing.agreement import tell_later
from sgdesk.domain.sharing.decision import Agreement, Consent
from sgdesk.text import _, inside, read_short_date

_AGREEMENT_WORDS = {
    Agreement.GIVEN: "Sought and given",
    Agreement.REFUSED: "Sought and refused",
    Agreement.NOT_SOUGHT: "Not sought",
}


def consent_words(consent: Consent, guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """Return who knows and who agrees as (question, answer), in the order of the page."""
    rows = [
        (_("Family told"), _told(consent, guidance)),
        (_("Still to be told"), _still_to_tell(consent)),
        (_("Agreement to the referral"), _agreement(consent, guidance)),
        (_("Given freely"), _freely(consent)),
        (_("The person's own view"), _own_view(consent)),
        (_("Understanding and competence"), _competence(consent)),
        (_("Wishes"), consent.wishes),
        (_("Capacity"), _capacity(consent)),
        (_("Support to decide"), consent.support),
        (_("Who else was asked"), consent.also_asked),
        (_("In their best interests"), consent.best_interests),
        (_("To be withheld from"), consent.withhold_from),
    ]
    return tuple((question, answer) for question, answer in rows if answer)


def reason_words(reasons: tuple[str, ...], note: str, guidance: Guidance) -> str:
    """Return the chosen reasons and what was added to them, as one line."""
    chosen = [find(guidance.reasons_not_told, name) for name in reasons]
    return _sentences(*(reason.text for reason in chosen if reason), note)


def _told(consent: Consent, guidance: Guidance) -> str:
    if consent.family_told is None:
        return ""
    if consent.family_told is YesNo.YES:
        when = moment_words(consent.told_on, consent.told_at)
        return _sentences(_("Yes"), consent.told_who, consent.told_what, when)
    reasons = reason_words(consent.not_told_reasons, consent.not_told_note, guidance)
    return _sentences(_(YES_NO_WORDS[consent.family_told]), reasons)


def _still_to_tell(consent: Consent) -> str:
    if not tell_later(consent) or not (consent.tell_later_by or consent.tell_later_on):
        return ""
    by = _("By {who}").format(who=inside(consent.tell_later_by)) if consent.tell_later_by else ""
    day = read_short_date(consent.tell_later_on) if consent.tell_later_on else ""
    on = _("by {day}").format(day=day) if day else _("the day is open")
    return _sentences(", ".join(filter(None, (by, on))))


def _agreement(consent: Consent, guidance: Guidance) -> str:
    if consent.agreement is None:
        return ""
    reasons = reason_words(consent.not_sought_reasons, consent.not_sought_note, guidance)
    whose = (
        _("Whose information: {who}").format(who=inside(consent.agreement_for))
        if consent.agreement_for
        else ""
    )
    return _sentences(_(_AGREEMENT_WORDS[consent.agreement]), consent.agreement_of, whose, reasons)


def _freely(consent: Consent) -> str:
    if consent.agreement_freely is None:
        return ""
    answer = _(YES_NO_WORDS[consent.agreement_freely])
    if consent.agreement_freely is not YesNo.NO:
        return answer
    none = _("Given under pressure, so it is not relied on")
    return _sentences(answer, none, consent.agreement_freely_because)


def _own_view(consent: Consent) -> str:
    if consent.own_view or not consent.view_not_asked_because:
        return consent.own_view
    return _sentences(_("Not asked"), consent.view_not_asked_because)


def _competence(consent: Consent) -> str:
    answers = {
        YesNo.YES: _("Able to decide about this"),
        YesNo.NO: _("Not able to decide about this yet"),
        YesNo.NOT_KNOWN: _("Whether they can decide about this is not known"),
    }
    return _found(consent.is_competent, answers, consent.competence)


def _capacity(consent: Consent) -> str:
    answers = {
        YesNo.YES: _("Able to decide about this, now"),
        YesNo.NO: _("Not able to decide about this, now"),
        YesNo.NOT_KNOWN: _("Whether they can decide about this is not known"),
    }
    return _found(consent.can_decide, answers, consent.capacity)


def _found(answer: YesNo | None, answers: dict[YesNo, str], how: str) -> str:
    found = answers.get(answer, "") if answer is not None else ""
    return _sentences(found, how) if found else how


def _sentences(*parts: str) -> str:
    ended = [part if part.endswith((".", "!", "?", "”")) else f"{part}." for part in parts if part]
    return " ".join(ended)
