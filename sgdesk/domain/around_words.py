"""What a record says of somebody around the person, in words: on paper and on the screen."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.identity import format_health_number
from sgdesk.domain.people import Relation
from sgdesk.text import _, read_long_date


def standing_words(one: Relation) -> list[str]:
    """Return who somebody is to the person: organisation, age, household, responsibility."""
    responsibility = {
        YesNo.YES: _("has parental responsibility"),
        YesNo.NO: _("no parental responsibility"),
        YesNo.NOT_KNOWN: _("parental responsibility not known"),
    }
    household = {
        YesNo.YES: _("in the household"),
        YesNo.NO: _("not in the household"),
        YesNo.NOT_KNOWN: _("not known whether in the household"),
    }
    told = [
        one.organisation if one.relationship else "",
        _born(one),
        one.sex.casefold(),
        _("leads the case") if one.leads else "",
        responsibility.get(one.parental_responsibility or YesNo.NOT_ASKED, ""),
        household.get(one.in_household or YesNo.NOT_ASKED, ""),
        _("visits often") if one.regular_visitor else "",
        _("stays overnight") if one.visitor_overnight else "",
        _("alleged source of harm") if one.alleged_source else "",
    ]
    return [text for text in told if text]


def reach_words(one: Relation, address: str) -> list[str]:
    """Return where and how somebody is found, and the note; `address` as it may be told here."""
    asked = one.also_a_concern
    number = format_health_number(one.nhs_number)
    told = [
        _("Now: {where}").format(where=one.whereabouts) if one.whereabouts else "",
        _("Access: {access}").format(access=one.access) if one.access else "",
        _("Language: {language}").format(language=one.language) if one.language else "",
        _("Interpreter: {words}").format(words=one.interpreter) if one.interpreter else "",
        one.phone,
        address,
        _("School or work, GP: {school}").format(school=one.school) if one.school else "",
        _("Health number: {number}").format(number=number) if number else "",
        _("Also a concern: {answer}").format(answer=_(YES_NO_WORDS[asked])) if asked else "",
        one.note,
    ]
    return [text for text in told if text]


def _born(one: Relation) -> str:
    if one.born:
        return _("born {date}").format(date=read_long_date(one.born))
    if not one.born_typed:
        return ""
    return _("{age}, as estimated").format(age=one.born_typed)
