"""Gathering what the papers about the police show."""

from datetime import datetime

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern, FgmScreen
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.discovery import discovering_facts, discovery
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person, age_words
from sgdesk.domain.police import PoliceContact
from sgdesk.domain.police_papers import PoliceRecord, ReadyList, Registrant
from sgdesk.domain.practice import ROLE_WORDS, Role, User
from sgdesk.domain.quoting import quoted
from sgdesk.services.context import Context
from sgdesk.services.dues import guidance_of
from sgdesk.services.police_past import open_points_of
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_long_date, read_moment, to_london

_HEARING = FgmScreen.TOLD_BY_HER


def police_record(
    unit: Unit, context: Context, concern: Concern | None, contact: PoliceContact, imprint: Imprint
) -> PoliceRecord:
    """Return the incident-number record of one contact."""
    news = unit.police.news(contact.id)
    return PoliceRecord(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=concern.reference if concern else "",
        person=concern.person if concern else None,
        contact=contact,
        news=news,
        open_points=open_points_of(unit, contact),
        demonstration=context.is_demonstration,
    )


def ready_list(
    unit: Unit,
    context: Context,
    concern: Concern,
    reporters: tuple[Registrant, ...],
    imprint: Imprint,
) -> ReadyList:
    """Return what the police ask for in a mandatory report, in the order of the call (LAW 6)."""
    guidance = guidance_of(context, concern.urgency.nation)
    found, open_dues = discovery(concern), unit.dues.of_concern(concern.id)
    clocks = {rule.id for rule in guidance.rules_for(Trigger.FGM_DISCOVERED)}
    due = [(one.title, read_moment(one.due_at)) for one in open_dues if one.rule in clocks]
    rules = [rule for rule in guidance.rules_for(Trigger.FGM_DISCOVERED) if rule.id in clocks]
    lead = next((one for one in unit.users.all() if one.role is Role.LEAD), context.user)
    return ReadyList(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=concern.reference,
        reporters=reporters,
        answers=tuple(_answers(unit, concern, reporters, lead, found.at)),
        due=tuple(due),
        sources=tuple(dict.fromkeys(rule.source for rule in rules)),
        demonstration=context.is_demonstration,
    )


def _answers(
    unit: Unit,
    concern: Concern,
    reporters: tuple[Registrant, ...],
    lead: User,
    discovered_at: datetime | None,
) -> list[tuple[str, str]]:
    practice, person = unit.practice.get(), concern.person
    one = reporters[0] if len(reporters) == 1 else Registrant("")
    born = read_long_date(person.born) if person.born else person.born_typed
    if person.born and discovered_at:
        age = age_words(person.born, to_london(discovered_at).date())
        born = _("{born} ({age} when it was discovered)").format(born=born, age=age)
    return [
        (_("Say first"), _("This is a mandatory report of female genital mutilation.")),
        (_("My name"), one.name),
        (_("My telephone and email"), _listed(practice.phone, practice.email)),
        (_("When I can be called back"), ""),
        (_("My profession, number"), _listed(one.profession, one.registration)),
        (_("My place of work"), _listed(practice.name, practice.address, practice.postcode)),
        (_("Our safeguarding lead"), _listed(lead.name, _(ROLE_WORDS[lead.role]), lead.phone)),
        (_("Her name"), _also_known(person.name, person.known_as)),
        (_("Her date of birth and age"), born),
        (_("Her address"), _address(person)),
        (_("Why I report"), _why(concern, discovered_at)),
        (_("Done to keep her safe"), concern.urgency.immediate_action),
        (_("Language, interpreter"),
         _listed(person.language, person.interpreter, person.communication)),
        (_("Other children at risk"), "; ".join(_children(concern))),
        (_("A safe way to reach her"), _contact(concern)),
        (_("Whether the family knows"), ""),
    ]  # fmt: skip


def _address(person: Person) -> str:
    """Return the address; a protected one stays in the record, and is told to one person alone."""
    if person.address_protected:
        return _("Protected: look it up in the record, and tell it to the call-taker alone.")
    return _listed(person.address, person.postcode)


def _why(concern: Concern, discovered_at: datetime | None) -> str:
    when = read_moment(discovered_at) if discovered_at else ""
    if concern.urgency.fgm is not _HEARING:
        return " ".join(filter(None, (_("Signs were seen."), when)))
    words = [
        quoted(one.words)
        for one in discovering_facts(concern)
        if isinstance(one, Saying) and one.words
    ]
    return " ".join(filter(None, (_("She told me."), when, *words[:1])))


def _children(concern: Concern) -> list[str]:
    return [
        _listed(
            one.name, one.relationship, read_long_date(one.born) if one.born else one.born_typed
        )
        for one in concern.relations
        if one.is_child
    ]


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _contact(concern: Concern) -> str:
    contact = concern.contact
    message = ""
    if contact.may_leave_message is YesNo.NO:
        message = _("leave no message")
    never = (
        _("must never reach: {who}").format(who=contact.never_reach) if contact.never_reach else ""
    )
    return "; ".join(filter(None, (contact.name, contact.number, contact.times, message, never)))


def _also_known(name: str, known_as: str) -> str:
    return _("{name}, known as {other}").format(name=name, other=known_as) if known_as else name
