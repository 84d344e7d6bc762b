"""Records that are there already when a story begins, made through the services a user uses."""

from datetime import date, time

import msgspec
from journey_sample import PASSPHRASE

from sgdesk.bootstrap import open_locked
from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen, Urgency
from sgdesk.domain.facts.kinds import Context, ContextTopic, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.domain.practice import Episode
from sgdesk.domain.sharing.decision import (
    Agreement,
    Basis,
    Conditions,
    Consent,
    Necessity,
    Purpose,
    Recipient,
    Route,
    SubjectBasis,
)
from sgdesk.ids import AgencyId, FactId

_NO_WEIGHT = (
    "harm-to-patient", "harm-to-trust", "harm-if-withheld", "benefit", "nature", "views",
    "less-intrusive",
)  # fmt: skip

SAID = "Daddy gets cross when it hurts."
FRIDAY = date(2026, 11, 20)


def opened(folder, clock):
    """Return the lead's desk over the records in a folder."""
    locked = open_locked(folder, clock)
    return locked.unlock(locked.users()[0].id, PASSPHRASE)


def new_draft(desk, name="Mia Thornton"):
    """Return a draft that could be signed."""
    draft = desk.concerns.begin()
    draft.urgency = Urgency(
        immediate_danger=YesNo.NO, episode=Episode.NHS, about_colleague=YesNo.NO,
        fgm=FgmScreen.NOT_RAISED, summary="What she said.",
    )  # fmt: skip
    draft.person = msgspec.structs.replace(draft.person, name=name, born=date(2020, 2, 14))
    draft.relations = [Relation(id="father", name="Karl Thornton", relationship="father")]
    draft.facts = [
        Saying(id=FactId("said"), speaker=name, words=SAID, noticed_by="L. Byrne",
               noticed_on=FRIDAY, noticed_at=time(9, 46)),
        Context(id=FactId("note"), topic=ContextTopic.NOTE, text="Mum obviously doesn't care."),
    ]  # fmt: skip
    return draft


def left_at(desk, step):
    """Leave the draft of a record at a step."""
    desk.concerns.save_draft(new_draft(desk), step, Caret())


def signed(desk, name="Mia Thornton"):
    """Record and sign a concern."""
    draft = new_draft(desk, name)
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def duty_team(desk):
    """Put the duty team into the directory."""
    return desk.agencies.save(
        Agency(
            id=AgencyId(""), name="Northtown Duty Team", area="Northtown", phone="01632 960140",
            portal="https://portal.northtown.example", preferred=RouteKind.PORTAL,
            checked_on=date(2026, 11, 2),
        )
    )  # fmt: skip


def complete_decision(desk, concern, team):
    """Return a decision to share with a team in which nothing is missing."""
    draft = desk.sharings.begin(concern.id)
    draft.purpose = Purpose(so_that="decide whether a strategy discussion is needed today")
    draft.consent = Consent(
        family_told=YesNo.NO, not_told_reasons=("risk-to-child",),
        agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",),
    )  # fmt: skip
    draft.basis = Basis(
        subjects=tuple(basis_of(one.subject) for one in draft.basis.subjects),
        gateway="public-interest", gateway_factors="Harm to her if nobody is told.",
        no_weight=_NO_WEIGHT,
    )  # fmt: skip
    draft.necessity = Necessity(
        without_naming=YesNo.NO, risk_of_sharing="Trust", risk_of_not_sharing="Further harm"
    )
    draft.recipient = Recipient(
        agency_id=team.id, kind=team.kind, organisation=team.name, address_used=team.phone,
        checked_on=date(2026, 11, 2), checked_how="Rang the number.",
    )  # fmt: skip
    draft.route = Route(kind=RouteKind.PORTAL)
    draft.choices = desk.sharings.proposals(concern, team.kind)
    draft.conditions = Conditions(use="For the duty team and those it must consult.")
    return draft


def decision_left_at(desk, concern, step):
    """Leave a decision at a step."""
    draft = complete_decision(desk, concern, duty_team(desk))
    desk.sharings.save_draft(draft, step, Caret())


def decided(desk, concern):
    """Decide to share, and leave the wizard where the pack can be sent."""
    draft = complete_decision(desk, concern, duty_team(desk))
    desk.sharings.save_draft(draft, "preview", Caret())
    desk.sharings.decide(draft)
    draft.decided = True
    desk.sharings.save_draft(draft, "send", Caret())
    return draft


def basis_of(subject):
    return SubjectBasis(
        subject=subject, article_6="6-1-e", foundations=("children-act-2004-10-11",),
        article_9="9-2-g-18", without_consent_because="would-prejudice",
        offence_alleged=YesNo.NO,
    )  # fmt: skip
