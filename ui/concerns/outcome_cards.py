"""What came back about a concern, and what the team was told of it."""

from collections.abc import Sequence

from sgdesk.domain.masking import Shown
from sgdesk.domain.outcome import OUTCOME_WORDS, TIER_WORDS, Outcome, TeamNote
from sgdesk.text import _, read_moment, read_short_date
from ui.concerns.done_cards import entry, labelled
from ui.kit.cards import Card, words


def outcomes_card(outcomes: Sequence[Outcome], shown: Shown) -> Card:
    """Return what the agencies answered, the newest first."""
    card = Card(_("What came back"))
    for outcome in reversed(outcomes):
        card.add(
            entry(
                _("{what}, {when}").format(
                    what=_(OUTCOME_WORDS[outcome.kind]), when=read_moment(outcome.at)
                ),
                shown,
                outcome.decision,
                labelled(_("Their reasons"), outcome.reasons),
                labelled(_("Next"), outcome.next_steps),
                labelled(_("The practice disagrees"), outcome.disagreement),
                _from(outcome),
            )
        )
        card.add(words(_signed(outcome), "hint"))
    return card


def notes_card(notes: Sequence[TeamNote], shown: Shown) -> Card:
    """Return what the team was told, the newest first."""
    card = Card(_("Team notes"), _("Each tier is told what it needs, and no more."))
    for note in reversed(notes):
        until = read_short_date(note.until) if note.until else ""
        card.add(
            entry(
                _("{people}, {when}").format(people=note.people, when=read_moment(note.at)),
                shown,
                note.text,
                labelled(_("Must not be said"), note.must_not_say),
                labelled(_("Holds until"), until),
            )
        )
        told = _("{tier}. Told by {who}.").format(tier=_(TIER_WORDS[note.tier]), who=note.by)
        card.add(words(told, "hint"))
    return card


def _from(outcome: Outcome) -> str:
    by = labelled(_("From"), outcome.by)
    return ", ".join(filter(None, (by, labelled(_("their reference"), outcome.reference))))


def _signed(outcome: Outcome) -> str:
    if outcome.recorded_at is None:
        return ""
    return _("Written down and signed {when} by {who}.").format(
        when=read_moment(outcome.recorded_at), who=outcome.recorded_by
    )
