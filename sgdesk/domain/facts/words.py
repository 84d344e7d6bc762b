"""Facts put into words, for lists on screen and for the papers; the same words everywhere."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from sgdesk.domain.facts.detail_words import level_words, need_details, saying_details
from sgdesk.domain.facts.injury_words import photo_words, seen_words, signs, size_words
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    EventKind,
    Fact,
    Hearing,
    Injury,
    Need,
    NeedTopic,
    Observation,
    ObservationTopic,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.tooth_words import finding_words, in_chart_order
from sgdesk.domain.quoting import quoted
from sgdesk.domain.withdrawal import why_words
from sgdesk.text import _, read_short_date, read_time, to_london

EVENT_WORDS = {
    EventKind.EXAMINATION: "Examination",
    EventKind.TREATMENT: "Treatment",
    EventKind.HOSPITAL: "Hospital appointment",
    EventKind.EMERGENCY: "Emergency",
    EventKind.OTHER_SERVICE: "Another service",
    EventKind.CONTACT: "Contact",
    EventKind.NOTE: "Note",
}
ATTENDANCE_WORDS = {
    Attendance.ATTENDED: "attended",
    Attendance.LATE: "attended late",
    Attendance.NOT_BROUGHT: "was not brought",
    Attendance.DID_NOT_ATTEND: "did not attend",
    Attendance.CANCELLED_BY_FAMILY: "cancelled by the patient or family",
    Attendance.CANCELLED_BY_PRACTICE: "cancelled by the practice",
    Attendance.NOT_AN_APPOINTMENT: "not an appointment",
    Attendance.NOT_RECORDED: "outcome not recorded",
    Attendance.PLANNED: "still to come",
}
OBSERVATION_WORDS = {
    ObservationTopic.BEHAVIOUR: "Behaviour",
    ObservationTopic.PRESENTATION: "Presentation",
    ObservationTopic.CLINICAL: "Clinical finding",
    ObservationTopic.TEETH: "Teeth",
    ObservationTopic.OTHER: "Other observation",
}
CONTEXT_WORDS = {
    ContextTopic.UNTREATED: "Untreated condition",
    ContextTopic.BREAKAGE: "Repeated breakage",
    ContextTopic.ADVICE: "Treatment advised",
    ContextTopic.INCONSISTENCY: "Differences between accounts",
    ContextTopic.HISTORY: "History",
    ContextTopic.STRENGTHS: "Strengths",
    ContextTopic.SUPPORT: "Support tried, and its result",
    ContextTopic.IMPACT: "Impact on the person",
    ContextTopic.UNKNOWNS: "What is not known",
    ContextTopic.HOUSEHOLD: "Household",
    ContextTopic.ADMINISTRATIVE: "Administrative",
    ContextTopic.NOTE: "Note on file",
}
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)
_ALONE = ("alone", "nobody", "nobody else", "no one", "no one else", "none")
_ENDS = (".", "!", "?", "”", ":", "…", '"', "»", "。", "؟", "।")
NEED_WORDS = {
    NeedTopic.SAFETY_NET: "Safety-net advice given",
    NeedTopic.TREATMENT: "Immediate treatment",
    NeedTopic.BARRIER: "Barrier to attending",
    NeedTopic.COMMUNICATION: "Communication need",
    NeedTopic.ADJUSTMENT: "Adjustment",
    NeedTopic.OTHER_CHILDREN: "Other children",
    NeedTopic.WORKER_SAFETY: "Safety of workers",
    NeedTopic.KEY_CONTACT: "Key contact",
    NeedTopic.TONIGHT: "Safe tonight?",
}


def label(fact: Fact) -> str:
    """Return the short name of a fact: "Left cheek", "Mia, 09:46", "4 Mar 2026"."""
    match fact:
        case Injury():
            return _sentence_case(fact.place_words) or _("Mark without a place")
        case Saying():
            heard = moment_words(None, fact.noticed_at)
            who = fact.speaker or _("Somebody")
            by_telephone = _("by telephone") if fact.hearing is Hearing.TELEPHONE else ""
            return _listed(who, by_telephone, heard)
        case Event():
            return moment_words(fact.happened_on, fact.happened_at) or _("No date")
        case Observation():
            return _chosen(OBSERVATION_WORDS, fact.topic) or _("Observation")
        case Context():
            return _chosen(CONTEXT_WORDS, fact.topic) or _("Context")
        case Need():
            return _chosen(NEED_WORDS, fact.topic) or _("Risk or need")
        case Opinion():
            return _("Professional opinion")


def sentence(fact: Fact) -> str:
    """Return what a fact says, without who saw it. A person's own words stand untouched."""
    match fact:
        case Injury():
            return _injury(fact)
        case Saying():
            return _saying(fact)
        case Event():
            return _listed_sentences(_event(fact), _sentence_case(amended_words(fact)))
        case Need():
            return _listed_sentences(
                fact.text,
                *need_details(fact),
            )
        case Context():
            teeth = _("Teeth {teeth} (FDI).").format(teeth=fact.teeth) if fact.teeth else ""
            result = _("Result: {result}").format(result=fact.result) if fact.result else ""
            return _listed_sentences(fact.text, teeth, result)
        case Opinion():
            because = _("Because: {why}").format(why=fact.because) if fact.because else ""
            return _listed_sentences(level_words(fact), fact.text, because)
        case Observation():
            found = "; ".join(finding_words(one) for one in in_chart_order(fact.teeth))
            return _listed_sentences(found, fact.text) if found else fact.text


def source(fact: Fact) -> str:
    """Return where a fact comes from: "Seen by A. Rahman, 20 Nov 2026 09:40"."""
    when = moment_words(fact.noticed_on, fact.noticed_at)
    match fact:
        case Injury() | Observation():
            by = _("Seen by {who}").format(who=fact.noticed_by) if fact.noticed_by else _("Seen")
        case Saying() if fact.hearing is Hearing.REPORTED:
            by = _("Reported by {who}").format(who=fact.reported_by or _("somebody"))
            heard = _("heard by {who}").format(who=fact.noticed_by) if fact.noticed_by else ""
            by = _listed(by, heard)
        case Saying():
            by = _("Heard by {who}").format(who=fact.noticed_by) if fact.noticed_by else _("Heard")
        case Opinion():
            by = _("Opinion of {who}").format(who=fact.noticed_by or _("somebody"))
        case Need():
            by = _("Noted by {who}").format(who=fact.noticed_by) if fact.noticed_by else _("Noted")
            by = _listed(by, moment_words(fact.happened_on, fact.happened_at))
        case _:
            by = _("From the record")
            if fact.noticed_by:
                by = _("From the record, {who}").format(who=fact.noticed_by)
            if isinstance(fact, Context):  # of an event its day is its name
                by = _listed(by, moment_words(fact.happened_on, fact.happened_at))
    return _listed(by, when, amended_words(fact))


def amended_words(fact: Fact) -> str:
    """Return on which days a signed fact was amended or withdrawn: "amended on 22 Nov 2026"."""
    return _listed(
        _on_day(_("amended on {day}"), fact.amended_at),
        _on_day(_("withdrawn on {day}"), fact.withdrawn_at),
        why_words(fact.withdrawn_as),
    )


def moment_words(day: date | None, at: time | None) -> str:
    """Return a date, a time, both or nothing: "20 Nov 2026 09:40"."""
    parts = [read_short_date(day) if day else "", read_time(at) if at else ""]
    return " ".join(part for part in parts if part)


def _on_day(words: str, at: datetime | None) -> str:
    return words.format(day=read_short_date(to_london(at).date())) if at is not None else ""


def _injury(fact: Injury) -> str:
    several = f"{fact.count} × " if fact.count and fact.count > 1 else ""
    what = _listed(
        f"{several}{_sentence_case(fact.mark)} {size_words(fact)}".strip(),
        fact.orientation, fact.pattern, fact.shape, fact.colour, *signs(fact),
    )  # fmt: skip
    where = _listed(
        _distance(fact.distance_1_mm, fact.landmark_1),
        _distance(fact.distance_2_mm, fact.landmark_2),
    )
    known = ""
    if fact.known_mark:
        known = _("Known mark, not counted as an injury. {since}").format(since=fact.known_since)
    return _listed_sentences(
        what, where, fact.detail, known.strip(), seen_words(fact), photo_words(fact)
    )


def _distance(distance: int | None, landmark: str) -> str:
    if distance is None:
        return landmark
    return _("{distance} mm {landmark}").format(distance=distance, landmark=landmark).strip()


def _saying(fact: Saying) -> str:
    asked = _("Asked {question}:").format(question=quoted(fact.question)) if fact.question else ""
    said = quoted(fact.words) if fact.words else ""
    gist = _ended(fact.gist) if fact.words and fact.gist.strip() else fact.gist
    spoken = _("Spoken in {language}.").format(language=fact.language) if fact.language else ""
    through = ""
    if fact.interpreter:
        through = _("Through an interpreter: {who}.").format(who=fact.interpreter)
    happened = moment_words(fact.happened_on, fact.happened_at)
    event = _("Said to have happened {when}.").format(when=happened) if happened else ""
    present = _present(fact.present)
    told = _("Said to {whom}.").format(whom=fact.to_whom) if fact.to_whom else ""
    parts = (asked, said, gist, event, told, present, spoken, through, *saying_details(fact))
    return " ".join(part for part in parts if part)


def _present(who: str) -> str:
    if who.strip(" .").casefold() in _ALONE:
        return _("Nobody else was present.")
    return _("Present: {who}.").format(who=who.rstrip(".")) if who else ""


def _event(fact: Event) -> str:
    kind = _chosen(EVENT_WORDS, fact.event) or _("Entry of a kind not chosen")
    if fact.attendance is not Attendance.NOT_AN_APPOINTMENT:
        ended = _chosen(ATTENDANCE_WORDS, fact.attendance) or _("how it ended not chosen")
        kind = _("{kind}, {ended}").format(kind=kind, ended=ended)
    reason = ""
    if fact.reason_given:
        reason = _("Reason given: {reason}").format(reason=quoted(fact.reason_given))
    about = _("Appointment of {who}.").format(who=fact.also_about) if fact.also_about else ""
    return _listed_sentences(kind, about, fact.text, fact.outreach, reason)


def _chosen(words: Mapping[ChoiceT, str], choice: ChoiceT | None) -> str:
    return "" if choice is None else _(words[choice])


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _listed_sentences(*parts: str) -> str:
    return " ".join(_ended(part) for part in parts if part.strip())


def _ended(words: str) -> str:
    # A full stop is added where a sentence does not end by itself; the words stay as they are.
    return words if words.rstrip().endswith(_ENDS) else f"{words.rstrip()}."


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
