"""Sample case S1, signed over a real store, and a wizard over it."""

from datetime import date, time

from msgspec.structs import replace

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FgmScreen, Presentation, Urgency
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    EventKind,
    Hearing,
    Injury,
    Need,
    NeedTopic,
    Observation,
    ObservationTopic,
    Saying,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.domain.practice import Episode
from sgdesk.domain.sharing.decision import Agreement, Consent, Necessity, Purpose, Route
from sgdesk.domain.sharing.usual_basis import usual_basis
from sgdesk.errors import SituationError
from sgdesk.ids import new_id
from ui.share.addresses import with_agency
from ui.share.case import gather_draft, gather_new
from ui.share.conditions_page import with_usual
from ui.share.wizard import share_wizard

FRIDAY = date(2026, 11, 20)


class PaperTray:
    """A print service that keeps what it was handed; `is_there` says whether it works."""

    def __init__(self, *names):
        self.names = list(names)
        self.jobs = []
        self.is_there = True

    def printers(self):
        return self.names

    def print_pdf(self, pdf, printer_name, job_name, copies=1, duplex=False):
        if not self.is_there:
            raise SituationError("Nothing is lost: the printer is not there.")
        self.jobs.append((printer_name, job_name, pdf))


def northtown(desk, **changes):
    """Save the duty team of the sample cases in the directory, and return it."""
    values = {
        "id": new_id(),
        "name": "Northtown Duty Team",
        "kind": "children-social-care",
        "area": "Northtown",
        "phone": "01632 960140",
        "hours": "Mon-Fri 08:30-17:00",
        "phone_out_of_hours": "01632 960199",
        "email": "duty@northtown.example",
        "portal": "https://portal.northtown.example",
        "channels": (RouteKind.PORTAL, RouteKind.FORM, RouteKind.SECURE_EMAIL),
        "preferred": RouteKind.PORTAL,
        "written_hours": 48,
        "acknowledge_days": 1,
        "checked_on": date(2026, 11, 2),
        "checked_by": "Asha Rahman",
        "source": "their website",
    }
    return desk.agencies.save(Agency(**(values | changes)))


def signed_mia(desk, nation=Nation.ENGLAND):
    """Record and sign sample case S1, and return the concern."""
    draft = desk.concerns.begin()
    draft.urgency = Urgency(
        nation=nation, immediate_danger=YesNo.NO, episode=Episode.NHS, about_colleague=YesNo.NO,
        fgm=FgmScreen.NOT_RAISED, sexual_abuse=YesNo.NO,
        summary="Marks, decay left untreated, and what she said.",
    )  # fmt: skip
    draft.person = Person(
        id=draft.person.id or new_id(), kind=PersonKind.CHILD, name="Mia Thornton",
        known_as="Mimi", born=date(2020, 2, 14), nhs_number="999 123 4012",
        address="12 Weir Street", postcode="ZZ99 2QA", school="Weir Street Primary",
        gp="Dr Amos, Mill Road Surgery",
    )  # fmt: skip
    draft.relations = [
        Relation(id=new_id(), name="Karl Thornton", relationship="father", in_household=YesNo.YES,
                 parental_responsibility=YesNo.YES, alleged_source=True),
        Relation(id=new_id(), name="Rina Thornton", relationship="mother", in_household=YesNo.YES,
                 parental_responsibility=YesNo.YES, interpreter="Sylheti"),
        Relation(id=new_id(), name="Salma Begum", relationship="aunt", regular_visitor=True),
    ]  # fmt: skip
    draft.presentation = Presentation(presented_on=FRIDAY, presented_at=time(9, 38))
    draft.facts = [*_seen(), *_said(), *_chronology(), *_background(), *_not_to_go()]
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def wizard_over(desk, concern, runner, asker, tray=None, sharing_id=None):
    """Return the wizard over a new decision, or over one that was left, at its page."""
    gathered = gather_draft(desk, sharing_id) if sharing_id else gather_new(desk, concern.id)
    wizard = share_wizard(desk, gathered, runner, asker, tray or PaperTray("Front desk"))
    wizard.start(gathered.step, gathered.caret)
    return wizard


def fill_decision(wizard, desk, agency):
    """Fill the draft so that nothing is left to put right before deciding."""
    draft, case = wizard.draft, wizard.case
    draft.purpose = Purpose(so_that="decide whether a strategy discussion is needed today")
    draft.consent = Consent(
        family_told=YesNo.NO, not_told_reasons=("risk-to-child",),
        agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",),
    )  # fmt: skip
    usual = usual_basis(draft.basis, case.concern, draft.consent, case.capacity, case.guidance)
    draft.basis = replace(
        usual.basis, gateway_factors="Harm if withheld weighs more.",
        no_weight=tuple(one.id for one in case.guidance.gateway_factors),
    )  # fmt: skip
    draft.necessity = Necessity(
        without_naming=YesNo.NO, naming_needed_because="The team must find her today.",
        risk_of_sharing="The family may stop coming.", risk_of_not_sharing="She stays in danger.",
    )  # fmt: skip
    draft.recipient = with_agency(draft.recipient, agency, None)
    draft.route = Route(kind=RouteKind.PORTAL)
    draft.choices = desk.sharings.proposals(case.concern, agency.kind)
    draft.conditions = with_usual(draft.conditions, case.concern.person.name)


def _seen():
    return [
        Injury(id=new_id(), view="child-front", x=225, y=120, place="left-cheek",
               place_words="left cheek", mark="bruise", length_mm=22, width_mm=14, shape="oval",
               colour="purple with a yellow edge", skin_broken=YesNo.NO,
               landmark_1="in front of the left ear lobe", distance_1_mm=30,
               noticed_on=FRIDAY, noticed_at=time(9, 40), noticed_by="A. Rahman"),
        Injury(id=new_id(), view="child-front", x=314, y=262, mark="bruise", count=3,
               place="left-forearm-outer", place_words="left outer forearm", length_mm=10,
               width_mm=10, colour="brown",
               noticed_on=FRIDAY, noticed_at=time(9, 44), noticed_by="L. Byrne"),
        Observation(id=new_id(), topic=ObservationTopic.BEHAVIOUR,
                    text="Silent while father was in the room; answered when alone with the nurse.",
                    noticed_on=FRIDAY, noticed_at=time(9, 46), noticed_by="L. Byrne"),
    ]  # fmt: skip


def _said():
    return [
        Saying(id=new_id(), speaker="Father", relationship="father", is_explanation=True,
               words="She fell off the trampoline on Wednesday last week.",
               noticed_on=FRIDAY, noticed_at=time(9, 38), noticed_by="A. Rahman"),
        Saying(id=new_id(), speaker="Mia", question="How did you hurt your face?",
               words="Daddy gets cross when it hurts.", present="alone with L. Byrne",
               noticed_on=FRIDAY, noticed_at=time(9, 46), noticed_by="L. Byrne"),
        Saying(id=new_id(), speaker="Mother", relationship="mother", is_explanation=True,
               words="She fell at school.", hearing=Hearing.TELEPHONE, interpreter="Sylheti",
               noticed_on=FRIDAY, noticed_at=time(10, 20), noticed_by="A. Rahman"),
    ]  # fmt: skip


def _chronology():
    missed = Attendance.NOT_BROUGHT
    rows = [
        ((2025, 12, 11), EventKind.EXAMINATION, Attendance.ATTENDED, "Decay 54, 64, 75, 85."),
        ((2026, 3, 4), EventKind.TREATMENT, missed, "Letter 5 Mar."),
        ((2026, 6, 2), EventKind.TREATMENT, missed, "Telephone, no answer."),
        ((2026, 8, 18), EventKind.TREATMENT, missed, "Letter, school nurse told."),
        ((2026, 10, 7), EventKind.TREATMENT, missed, ""),
    ]
    return [
        Event(id=new_id(), happened_on=date(*day), event=kind, attendance=ended, text=text)
        for day, kind, ended, text in rows
    ]


def _background():
    return [
        Context(id=new_id(), topic=ContextTopic.UNTREATED, teeth="54, 64, 75, 85",
                text="Decay since 11 Dec 2025, not treated.", noticed_by="A. Rahman"),
        Need(id=new_id(), topic=NeedTopic.COMMUNICATION, noticed_by="A. Rahman",
             text="Sylheti interpreter for the mother."),
    ]  # fmt: skip


def _not_to_go():
    return [
        Context(id=new_id(), topic=ContextTopic.ADMINISTRATIVE, text="Two unpaid invoices."),
        Context(id=new_id(), topic=ContextTopic.NOTE, also_about="Salma Begum",
                text="Aunt has treatment for hepatitis C."),
        Context(id=new_id(), topic=ContextTopic.NOTE, text="Mum obviously doesn't care."),
        Context(id=new_id(), topic=ContextTopic.NOTE,
                text="Probably a slap mark, 3 or 4 days old."),
    ]  # fmt: skip
