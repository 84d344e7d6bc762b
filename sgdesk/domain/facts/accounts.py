"""Explanations of the same thing beside each other, in time order: compared, and never judged."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time

import msgspec

from sgdesk.domain.facts.kinds import Hearing, Injury, Saying
from sgdesk.domain.facts.words import label, moment_words
from sgdesk.domain.quoting import quoted
from sgdesk.ids import FactId
from sgdesk.text import _, read_short_date, read_time


class Account(msgspec.Struct, frozen=True):
    """One explanation as it stands in its column. `number` counts those of the same speaker;
    `count` says how many there are."""

    fact_id: FactId
    when: str
    who: str
    said: str
    event: str
    number: int
    count: int


class Explained(msgspec.Struct, frozen=True):
    """What is explained, each account of it in time order, and what differs between them."""

    what: str
    accounts: tuple[Account, ...]
    remarks: tuple[str, ...]
    comparison: str


def explained(sayings: Sequence[Saying], marks: Sequence[Injury] = ()) -> tuple[Explained, ...]:
    """Return the explanations by what they explain; those of nothing in particular come last.

    Those tied to the same marks belong together, and so does one that names such a mark in words.
    """
    groups: dict[tuple[str, ...], list[Saying]] = {}
    for saying in in_order(sayings):
        groups.setdefault(_explaining(saying, marks), []).append(saying)
    named = sorted(groups.items(), key=lambda group: not group[0])
    return tuple(_together(told, _what(told, marks)) for _name, told in named)


def named_mark(mark: Injury) -> str:
    """Return a mark as an explanation names it in words: "bruise, left cheek"."""
    return ", ".join(filter(None, (mark.mark, mark.place_words)))


def in_order(sayings: Sequence[Saying]) -> list[Saying]:
    """Return the explanations by the time at which they were heard; undated ones come last."""
    explaining = [one for one in sayings if one.is_explanation]
    return sorted(
        explaining, key=lambda one: (one.noticed_on or date.max, one.noticed_at or time.max)
    )


def _explaining(saying: Saying, marks: Sequence[Injury]) -> tuple[str, ...]:
    tied = tuple(mark.id for mark in marks if mark.id in saying.explains_marks)
    words = _bare(saying.explains)
    if tied or not words:
        return tied
    named = [mark.id for mark in marks if _bare(named_mark(mark)) == words]
    return (named[0],) if named else (words,)


def _what(told: list[Saying], marks: Sequence[Injury]) -> str:
    words = next((one.explains.strip() for one in told if one.explains.strip()), "")
    tied = _explaining(told[0], marks)
    return words or "; ".join(label(mark) for mark in marks if mark.id in tied)


def _together(told: list[Saying], what: str) -> Explained:
    counts = Counter(_bare(one.speaker) for one in told)
    seen: Counter[str] = Counter()
    accounts = []
    for one in told:
        speaker = _bare(one.speaker)
        seen[speaker] += 1
        accounts.append(_account(one, seen[speaker], counts[speaker] if speaker else 1))
    remarks = tuple(filter(None, (*_again(told), _events(told), _times(told), _same(told))))
    return Explained(what, tuple(accounts), remarks, _comparison(told))


def _account(one: Saying, number: int, count: int) -> Account:
    return Account(
        one.id, moment_words(one.noticed_on, one.noticed_at), told_by(one), told_words(one),
        moment_words(one.happened_on, one.happened_at), number, count,
    )  # fmt: skip


def _again(told: list[Saying]) -> list[str]:
    found = []
    for speaker in dict.fromkeys(_bare(one.speaker) for one in told if one.speaker.strip()):
        own = [one for one in told if _bare(one.speaker) == speaker]
        different = len({_bare(told_words(one)) for one in own})
        if different > 1:
            found.append(
                _("{who} has given {count} accounts, in different words.").format(
                    who=own[0].speaker.strip(), count=different
                )
            )
    return found


def _events(told: list[Saying]) -> str:
    dated = [one for one in told if one.happened_on is not None]
    if len({one.happened_on for one in dated}) < 2:
        return ""
    parts = [
        _("on {day} ({who})").format(day=read_short_date(one.happened_on), who=_who(one))
        for one in dated
        if one.happened_on is not None
    ]
    days = ", ".join(dict.fromkeys(parts))
    return _("Said to have happened on different days: {days}.").format(days=days)


def _times(told: list[Saying]) -> str:
    """Return the clock times that differ between accounts of one day."""
    timed: dict[date, dict[time, str]] = {}
    for one in told:
        if one.happened_on is not None and one.happened_at is not None:
            timed.setdefault(one.happened_on, {}).setdefault(one.happened_at, _who(one))
    parts = [
        _("at {time} on {day} ({who})").format(
            time=read_time(at), day=read_short_date(day), who=who
        )
        for day, times in timed.items()
        if len(times) > 1
        for at, who in times.items()
    ]
    if not parts:
        return ""
    return _("Said to have happened at different times: {times}.").format(times=", ".join(parts))


def _same(told: list[Saying]) -> str:
    people = {_bare(one.speaker) for one in told}
    words = {_bare(told_words(one)) for one in told if told_words(one)}
    if len(people) < 2 or not words:
        return ""
    if len(words) == 1:
        return _("All use the same words.")
    return _("{people} people; {count} different accounts.").format(
        people=len(people), count=len(words)
    )


def _comparison(told: list[Saying]) -> str:
    sentences = []
    for one in told:
        when = moment_words(one.noticed_on, one.noticed_at) or _("No time given")
        sentences.append(
            _("{when}, {who}: {said}").format(when=when, who=told_by(one), said=told_words(one))
        )
    return "\n".join(sentences)


def told_by(one: Saying) -> str:
    """Return who gave an explanation, and how it was heard where that was not directly."""
    if one.hearing is Hearing.TELEPHONE:
        return _("{who}, by telephone").format(who=_who(one))
    if one.hearing is Hearing.REPORTED:
        return _("{who}, as reported by {by}").format(
            who=_who(one), by=one.reported_by or _("somebody")
        )
    return _who(one)


def _who(one: Saying) -> str:
    return one.speaker.strip() or _("Somebody")


def told_words(one: Saying) -> str:
    """Return the exact words in quotation marks, or what was told in the recorder's own."""
    return quoted(one.words) if one.words else one.gist


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())
