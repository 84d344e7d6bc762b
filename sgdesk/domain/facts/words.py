"""Facts put into words, for lists on screen and for the papers; the same words everywhere."""

from datetime import date, time

from sgdesk.domain.answers import YesNo
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
from sgdesk.text import _, read_short_date, read_time

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
    Attendance.CANCELLED_BY_FAMILY: "cancelled by the family",
    Attendance.CANCELLED_BY_PRACTICE: "cancelled by the practice",
    Attendance.NOT_AN_APPOINTMENT: "not an appointment",
}
OBSERVATION_WORDS = {
    ObservationTopic.BEHAVIOUR: "Behaviour",
    ObservationTopic.PRESENTATION: "Presentation",
    ObservationTopic.CLINICAL: "Clinical finding",
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
            return _(OBSERVATION_WORDS[fact.topic])
        case Context():
            return _(CONTEXT_WORDS[fact.topic])
        case Need():
            return _(NEED_WORDS[fact.topic])
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
            return _event(fact)
        case Need():
            return _listed_sentences(
                fact.text,
                _("Told to {whom}.").format(whom=fact.to_whom) if fact.to_whom else "",
                fact.understood,
            )
        case Context():
            teeth = _("Teeth {teeth} (FDI).").format(teeth=fact.teeth) if fact.teeth else ""
            return _listed_sentences(fact.text, teeth)
        case Opinion():
            because = _("Because: {why}").format(why=fact.because) if fact.because else ""
            return _listed_sentences(fact.text, because)
        case Observation():
            return fact.text


def source(fact: Fact) -> str:
    """Return where a fact comes from: "Seen by A. Rahman, 20 Nov 2026 09:40"."""
    when = moment_words(fact.noticed_on, fact.noticed_at)
    match fact:
        case Injury() | Observation():
            by = _("Seen by {who}").format(who=fact.noticed_by) if fact.noticed_by else _("Seen")
        case Saying() if fact.hearing is Hearing.REPORTED:
            by = _("Reported by {who}").format(who=fact.reported_by or _("somebody"))
        case Saying():
            by = _("Heard by {who}").format(who=fact.noticed_by) if fact.noticed_by else _("Heard")
        case Opinion():
            by = _("Opinion of {who}").format(who=fact.noticed_by or _("somebody"))
        case _:
            by = _("From the record")
            if fact.noticed_by:
                by = _("From the record, {who}").format(who=fact.noticed_by)
    return _listed(by, when)


def moment_words(day: date | None, at: time | None) -> str:
    """Return a date, a time, both or nothing: "20 Nov 2026 09:40"."""
    parts = [read_short_date(day) if day else "", read_time(at) if at else ""]
    return " ".join(part for part in parts if part)


def _injury(fact: Injury) -> str:
    several = f"{fact.count} × " if fact.count and fact.count > 1 else ""
    size = _size(fact)
    skin = {YesNo.YES: _("skin broken"), YesNo.NO: _("skin unbroken")}.get(
        fact.skin_broken or YesNo.NOT_KNOWN, ""
    )
    swelling = {YesNo.YES: _("swelling"), YesNo.NO: _("no swelling")}.get(
        fact.swelling or YesNo.NOT_KNOWN, ""
    )
    pain = {YesNo.YES: _("pain reported"), YesNo.NO: _("no pain reported")}.get(
        fact.pain or YesNo.NOT_KNOWN, ""
    )
    what = _listed(
        f"{several}{_sentence_case(fact.mark)} {size}".strip(),
        fact.pattern, fact.shape, fact.colour, skin, swelling, pain,
    )  # fmt: skip
    where = _listed(
        _distance(fact.distance_1_mm, fact.landmark_1),
        _distance(fact.distance_2_mm, fact.landmark_2),
    )
    known = ""
    if fact.known_mark:
        known = _("Known mark, not counted as an injury. {since}").format(since=fact.known_since)
    return _listed_sentences(what, where, fact.detail, known.strip())


def _size(fact: Injury) -> str:
    if fact.length_mm is None and fact.width_mm is None:
        return ""
    if fact.length_mm is None:
        return _("{width} mm wide").format(width=fact.width_mm)
    if fact.width_mm is None:
        return _("{length} mm").format(length=fact.length_mm)
    each = _(" each") if fact.count and fact.count > 1 else ""
    return _("{length} × {width} mm").format(length=fact.length_mm, width=fact.width_mm) + each


def _distance(distance: int | None, landmark: str) -> str:
    if distance is None:
        return landmark
    return _("{distance} mm {landmark}").format(distance=distance, landmark=landmark).strip()


def _saying(fact: Saying) -> str:
    asked = _("Asked “{question}”:").format(question=fact.question) if fact.question else ""
    said = f"“{fact.words}”" if fact.words else ""
    gist = _ended(fact.gist) if fact.words and fact.gist.strip() else fact.gist
    spoken = _("Spoken in {language}.").format(language=fact.language) if fact.language else ""
    through = ""
    if fact.interpreter:
        through = _("Through an interpreter: {who}.").format(who=fact.interpreter)
    happened = moment_words(fact.happened_on, fact.happened_at)
    event = _("Said to have happened {when}.").format(when=happened) if happened else ""
    present = _("Present: {who}.").format(who=fact.present) if fact.present else ""
    told = _("Said to {whom}.").format(whom=fact.to_whom) if fact.to_whom else ""
    parts = (asked, said, gist, event, told, present, spoken, through)
    return " ".join(part for part in parts if part)


def _event(fact: Event) -> str:
    kind = _(EVENT_WORDS[fact.event])
    if fact.attendance is not Attendance.NOT_AN_APPOINTMENT:
        kind = _("{kind}, {ended}").format(kind=kind, ended=_(ATTENDANCE_WORDS[fact.attendance]))
    reason = ""
    if fact.reason_given:
        reason = _("Reason given: “{reason}”").format(reason=fact.reason_given)
    return _listed_sentences(kind, fact.text, fact.outreach, reason)


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _listed_sentences(*parts: str) -> str:
    return " ".join(_ended(part) for part in parts if part.strip())


def _ended(words: str) -> str:
    # A full stop is added where a sentence does not end by itself; the words stay as they are.
    return words if words.rstrip().endswith(_ENDS) else f"{words.rstrip()}."


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
