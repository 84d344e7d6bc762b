"""Signed concerns, agencies and decisions that are ready to be recorded, over a real store."""

from datetime import UTC, date, datetime, time

from msgspec.structs import replace

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import Call, CallKind
from sgdesk.domain.concern import FgmScreen, Urgency
from sgdesk.domain.facts.kinds import Context, ContextTopic, Injury, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.domain.practice import Episode
from sgdesk.domain.sharing.decision import (
    Agreement,
    AttemptState,
    Conditions,
    Consent,
    Decision,
    Necessity,
    NotSharing,
    Purpose,
    Recipient,
    Route,
)
from sgdesk.ids import AgencyId, CallId, FactId

NO_WEIGHT = (
    "harm-to-patient", "harm-to-trust", "harm-if-withheld", "benefit", "nature", "views",
    "less-intrusive",
)  # fmt: skip
# A child's, and an adult's.
LAWS = {
    Nation.ENGLAND: ("children-act-2004-10-11", "care-act-42"),
    Nation.WALES: ("sswba-130", "sswba-128"),
    Nation.SCOTLAND: ("scotland-2021", "asp-2007-5"),
    Nation.NORTHERN_IRELAND: ("children-ni-order", "hsc-contract"),
}

FRIDAY = date(2026, 11, 20)
SAID = "Daddy gets cross when it hurts."
HELD_BACK = "Mum obviously doesn't care"


def at(day, hour, minute=0):
    """Return a moment in November 2026, when London is on UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def agency(desk, name="Northtown Duty Team", **changes):
    values = {
        "id": AgencyId(""),
        "name": name,
        "area": "Northtown",
        "phone": "01632 960140",
        "checked_on": date(2026, 11, 2),
    }
    return desk.agencies.save(Agency(**(values | changes)))


def typed(desk, **changes):
    """Return a draft that may be signed; nothing of it is saved."""
    draft = desk.concerns.begin()
    draft.urgency = Urgency(
        immediate_danger=YesNo.NO,
        episode=Episode.NHS,
        about_colleague=YesNo.NO,
        fgm=FgmScreen.NOT_RAISED,
        summary="Marks and untreated decay",
        nation=changes.pop("nation", draft.urgency.nation),
    )
    draft.urgency = replace(draft.urgency, **changes.pop("urgency", {}))
    person = {"name": "Mia Thornton", "born": date(2020, 2, 14)} | changes.pop("person", {})
    draft.person = replace(draft.person, **person)
    draft.relations = [Relation(id="father", name="Karl Thornton", relationship="father")]
    draft.facts = [
        Injury(
            id=FactId(f"cheek of {draft.id}"), view="child-front", x=225, y=120, place="left-cheek",
            place_words="left cheek", mark="bruise", length_mm=22, width_mm=14,
            noticed_by="A. Rahman", noticed_on=FRIDAY, noticed_at=time(9, 40),
        ),
        Saying(id=FactId(f"said of {draft.id}"), speaker="Mia", words=SAID),
        Context(id=FactId(f"note of {draft.id}"), topic=ContextTopic.NOTE, text=HELD_BACK),
    ]  # fmt: skip
    for field, value in changes.items():
        setattr(draft, field, value)
    return draft


def signed(desk, **changes):
    draft = typed(desk, **changes)
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def adult(desk, **changes):
    return signed(
        desk,
        person={"kind": PersonKind.ADULT, "name": "Dora Wills", "born": date(1945, 3, 30)},
        **changes,
    )


def ready(desk, concern, to, decision=Decision.SHARE):
    """Return a draft that may be decided; `to` is an agency, or a name typed by hand."""
    draft = desk.sharings.begin(concern.id)
    draft.decision = decision
    draft.purpose = Purpose(so_that="decide whether a strategy discussion is needed today")
    draft.consent = Consent(
        family_told=YesNo.NO, not_told_reasons=("risk-to-child",),
        agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",),
    )  # fmt: skip
    is_adult = concern.person.kind is PersonKind.ADULT
    law = LAWS[concern.urgency.nation][is_adult]
    subjects = tuple(
        replace(
            one, article_6="6-1-e", foundations=(law,),
            article_9="9-2-g-18", without_consent_because="would-prejudice",
            offence_alleged=YesNo.NO,
        )
        for one in draft.basis.subjects
    )  # fmt: skip
    draft.basis = replace(
        draft.basis, subjects=subjects, gateway="public-interest", gateway_factors="Harm to Mia.",
        no_weight=NO_WEIGHT,
    )  # fmt: skip
    draft.necessity = Necessity(
        without_naming=YesNo.NO, risk_of_sharing="Trust", risk_of_not_sharing="Further harm"
    )
    kind = "gp" if isinstance(to, str) else to.kind
    draft.recipient = Recipient(
        agency_id=None if isinstance(to, str) else to.id, kind=kind,
        organisation=to if isinstance(to, str) else to.name,
        address_used="01632 960140", checked_on=date(2026, 11, 2), checked_how="Rang the number",
    )  # fmt: skip
    draft.route = Route(kind=RouteKind.PORTAL)
    draft.choices = desk.sharings.proposals(concern, kind)
    draft.conditions = Conditions(use="For the duty team.")
    draft.accepted = ("consent", "basis", "necessary")
    draft.again_because = "They say that nothing arrived."
    if decision in (Decision.DO_NOT_SHARE, Decision.NOT_YET):
        draft.not_sharing = NotSharing(
            reasons="Explained by both parents alike", harm="It could happen again",
            also_done="Seen again on Tuesday", agreed_by="Lee Byrne", agreed_role="deputy",
            agreed_on=FRIDAY, review_on=date(2026, 11, 27),
        )  # fmt: skip
    return draft


def decided(desk, concern, to, decision=Decision.SHARE):
    return desk.sharings.decide(ready(desk, concern, to, decision))


def sent(desk, sharing, moment, route=RouteKind.PORTAL):
    return desk.sharings.record_attempt(
        sharing.id, route, AttemptState.CONFIRMED, moment, proof="NM-448210"
    )


def rang(desk, concern, to, began, ended, **changes):
    """Record a telephone call; `to` is an agency, or a name typed by hand."""
    values = {
        "id": CallId(""),
        "concern_id": concern.id,
        "agency_id": None if isinstance(to, str) else to.id,
        "agency_name": to if isinstance(to, str) else to.name,
        "kind": CallKind.REFERRAL,
        "spoke_to": "J. Okoro",
        "started_at": began,
        "ended_at": ended,
    }
    return desk.calls.record(Call(**(values | changes)))


def open_dues(desk, concern):
    """Return the open dues of a concern by their rule; the earliest where there are several."""
    found = {}
    for line in desk.dues.open(concern.id):
        found.setdefault(line.due.rule, line.due)
    return found


def rules(desk, concern):
    return [line.due.rule for line in desk.dues.open(concern.id)]
