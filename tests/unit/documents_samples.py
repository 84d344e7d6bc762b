"""Papers of the sample case S1, as the services would gather them. All people are invented."""

from datetime import UTC, date, datetime, time

from sgdesk.documents.blocks import Block, Document
from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Harm, Presentation, Urgency
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
    Opinion,
    Saying,
)
from sgdesk.domain.maps import place_at
from sgdesk.domain.pack import BasisWords, DisclosureRecord, Kept, Pack
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person, Relation
from sgdesk.domain.practice import Practice, PracticeStatus, Role, User
from sgdesk.domain.sharing.decision import (
    Attempt,
    AttemptState,
    Basis,
    Choice,
    ClinicalEntry,
    Conditions,
    Consent,
    Decision,
    Failure,
    Necessity,
    NotSharing,
    Purpose,
    Recipient,
    Route,
    Sharing,
)
from sgdesk.ids import AgencyId, CallId, ConcernId, FactId, PersonId, SharingId, UserId
from sgdesk.library.maps import map_views

MAPS = {view.id: view for view in map_views()}
DAY = date(2026, 11, 20)


def at(hour: int, minute: int) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=UTC)


IMPRINT = Imprint(
    reference="SG-2026-0031",
    copy=1,
    recipient="Northtown Duty Team, children's social care",
    made_at=at(11, 2),
    made_by="Asha Rahman",
    guidance="england-2026-11-22",
    code="8f3a91c2d07e44b1",
)
PRACTICE = Practice(
    "Riverside Dental Practice",
    "Weir Street, Northtown",
    "ZZ99 1AA",
    "01632 960022",
    status=PracticeStatus.MIXED_DENTAL,
)
LEAD = User(UserId("u1"), "Asha Rahman", Role.LEAD, "Dentist", "GDC 000001")
MIA = Person(
    id=PersonId("p1"),
    name="Mia Thornton",
    known_as="Mimi",
    born=date(2020, 2, 14),
    nhs_number="9991234012",
    address="12 Weir Street, Northtown",
    postcode="ZZ99 2QA",
    language="English",
    school="Weir Street Primary",
    gp="Dr Amos, Mill Road Surgery",
)
FAMILY = (
    Relation(
        id="r1",
        name="Karl Thornton",
        relationship="Father",
        in_household=YesNo.YES,
        parental_responsibility=YesNo.YES,
        alleged_source=True,
        access="Lives with her",
    ),
    Relation(
        id="r2",
        name="Rina Thornton née Begum",
        relationship="Mother",
        in_household=YesNo.YES,
        parental_responsibility=YesNo.YES,
        language="Sylheti",
        interpreter="Sylheti interpreter needed",
    ),
    Relation(id="r3", name="Salma Begum", relationship="Aunt", regular_visitor=True),
    Relation(
        id="r4",
        name="School nurse",
        relationship="School nurse",
        organisation="Weir Street Primary",
        professional=True,
    ),
)


def injury(fact_id: str, x: float, y: float, view: str = "child-front", **more: object) -> Injury:
    place = place_at(MAPS[view], x, y)
    fields = {"noticed_on": DAY, "noticed_by": "A. Rahman", **more}
    return Injury(
        id=FactId(fact_id), view=view, x=x, y=y, place=place.id, place_words=place.name, **fields
    )


def event(
    fact_id: str,
    day: date,
    kind: EventKind,
    ended: Attendance,
    text: str = "",
    outreach: str = "",
) -> Event:
    return Event(
        id=FactId(fact_id),
        event=kind,
        attendance=ended,
        happened_on=day,
        text=text,
        outreach=outreach,
    )


def said(fact_id: str, speaker: str, words: str, clock: time, **more: object) -> Saying:
    fields = {"noticed_on": DAY, "noticed_at": clock, "noticed_by": "A. Rahman", **more}
    return Saying(id=FactId(fact_id), speaker=speaker, words=words, **fields)


MARKS: tuple[Fact, ...] = (
    injury(
        "f1", 236, 128,
        mark="bruise", length_mm=22, width_mm=14, shape="oval", skin_broken=YesNo.NO,
        colour="purple with a yellow edge", noticed_at=time(9, 40),
        landmark_1="in front of the left ear lobe", distance_1_mm=30,
        landmark_2="below the outer corner of the left eye", distance_2_mm=25,
    ),
    injury(
        "f2", 326, 405,
        mark="bruise", count=3, length_mm=10, width_mm=10, pattern="in a row", colour="brown",
        landmark_1="above the wrist (the lowest)", distance_1_mm=60,
        noticed_by="L. Byrne", noticed_at=time(9, 44),
    ),
    injury(
        "f3", 250, 262, "child-back",
        mark="birthmark", known_mark=True, known_since="Recorded at registration.",
    ),
)  # fmt: skip
WORDS: tuple[Fact, ...] = (
    Observation(
        id=FactId("f4"),
        text="Silent while father was in the room; answered when alone with the nurse.",
        noticed_by="L. Byrne",
        noticed_on=DAY,
        noticed_at=time(9, 46),
    ),
    said("f5", "Father", "She fell off the trampoline on Wednesday last week.", time(9, 38)),
    said(
        "f6", "Mia", "Daddy gets cross when it hurts.", time(9, 46),
        question="How did you hurt your face?", noticed_by="L. Byrne",
    ),
    said(
        "f7", "Mother", "She fell at school.", time(10, 20),
        hearing=Hearing.TELEPHONE, interpreter="Sylheti, telephone service",
    ),
)  # fmt: skip
_EMERGENCY, _TREATMENT = EventKind.EMERGENCY, EventKind.TREATMENT
_MISSED, _CAME = Attendance.NOT_BROUGHT, Attendance.ATTENDED
CHRONOLOGY: tuple[Fact, ...] = (
    event("e1", date(2025, 12, 11), EventKind.EXAMINATION, _CAME, "Decay 54, 64, 75, 85."),
    event("e2", date(2026, 1, 12), _EMERGENCY, _CAME, "Dressing on 75 broken."),
    event("e3", date(2026, 3, 4), _TREATMENT, _MISSED, "", "Letter 5 Mar."),
    event("e4", date(2026, 4, 30), _EMERGENCY, _CAME, "Dressing on 75 broken again."),
    event("e5", date(2026, 6, 2), _TREATMENT, _MISSED, "", "Telephone, no answer."),
    event("e6", date(2026, 7, 15), _TREATMENT, Attendance.CANCELLED_BY_PRACTICE),
    event("e7", date(2026, 8, 18), _TREATMENT, _MISSED, "", "Letter; school nurse told."),
    event("e8", date(2026, 10, 7), _TREATMENT, _MISSED),
    event("e9", DAY, _EMERGENCY, _CAME, "In pain, 75 and 85; the same four teeth untreated."),
)
BACKGROUND: tuple[Fact, ...] = (
    Context(
        id=FactId("c1"),
        topic=ContextTopic.UNTREATED,
        text="Decay in four teeth, treatment planned 11 Dec 2025 and not begun.",
        teeth="54, 64, 75, 85",
    ),
    Opinion(
        id=FactId("o1"),
        text="Dental neglect is likely.",
        because="Four of four planned visits were not kept while she was in pain.",
        noticed_by="A. Rahman",
    ),
    Need(id=FactId("n1"), topic=NeedTopic.TREATMENT, text="Pain relief given."),
    Need(
        id=FactId("n2"),
        topic=NeedTopic.SAFETY_NET,
        text="Come back at once if there is fever or swelling.",
        to_whom="father",
        understood="Said he understood.",
    ),
)
GOING = (*MARKS, *WORDS, *CHRONOLOGY, *BACKGROUND)
STAYING: tuple[Fact, ...] = (
    Context(id=FactId("h1"), topic=ContextTopic.ADMINISTRATIVE, text="Two unpaid invoices."),
    Context(
        id=FactId("h2"),
        topic=ContextTopic.NOTE,
        text="Mum obviously doesn't care",
        noticed_by="Reception",
    ),
)
CALL = Call(
    id=CallId("k1"),
    agency_id=AgencyId("a1"),
    agency_name="Northtown Duty Team",
    number="01632 960140",
    started_at=at(10, 5),
    ended_at=at(10, 19),
    spoke_to="J. Okoro",
    role="duty social worker",
    advice="Do not speak to father about the bruise before they ring back.",
    agreed="Written referral within 48 hours.",
    written_hours_said=48,
    read_back=YesNo.YES,
    called_by="Asha Rahman",
)
FAILED = Attempt(
    id="t1",
    sharing_id=SharingId("s1"),
    route=RouteKind.PORTAL,
    state=AttemptState.FAILED,
    at=at(10, 2),
    failure=Failure.TIMEOUT,
    message="Gateway timeout after sign-in",
    by="Asha Rahman",
)
CONSENT = (
    ("Family told", "No: telling could place Mia at greater risk."),
    ("Agreement to the referral", "Not sought: asking could place Mia at greater risk."),
)
BASIS = (
    BasisWords("Mia Thornton", ("Article 6(1)(e) Public task", "Schedule 1 paragraph 18")),
    BasisWords("Karl Thornton", ("Article 6(1)(e) Public task",)),
)
PACK = Pack(
    imprint=IMPRINT,
    practice=PRACTICE,
    sender=LEAD,
    reference="SG-2026-0031",
    urgency=Urgency(
        immediate_danger=YesNo.NO,
        immediate_action="Left with her father at 10:40, the duty team informed.",
        harms=(Harm.PHYSICAL, Harm.DENTAL_NEGLECT),
    ),
    person=MIA,
    relations=FAMILY,
    presentation=Presentation(
        presented_on=DAY,
        event_on=date(2026, 11, 11),
        left_with="Her father",
        left_at=time(10, 40),
        count_from=date(2025, 12, 11),
    ),
    facts=GOING,
    sharing_purpose="decide today whether a strategy discussion is needed",
    ask="Whether Mia needs a strategy discussion today; what may be said to her parents.",
    recipient_organisation="Northtown Duty Team, children's social care",
    recipient_person="",
    recipient_role="",
    route_words="By hand",
    consent_words=CONSENT,
    basis=BASIS,
    gateway_words="In the public interest. Serious harm is likely if nothing is shared.",
    conditions=(("Please tell us", "Your decision, and what may be said to her parents."),),
    calls=(CALL,),
    failed_attempts=(FAILED,),
)
SHARING = Sharing(
    id=SharingId("s1"),
    concern_id=ConcernId("c1"),
    version=1,
    decision=Decision.SHARE_IN_PART,
    purpose=Purpose(so_that=PACK.sharing_purpose, ask=PACK.ask, advice_from="J. Okoro"),
    consent=Consent(),
    basis=Basis(duty_to_share=YesNo.YES),
    necessity=Necessity(risk_of_sharing="Anger at home.", risk_of_not_sharing="Further injury."),
    recipient=Recipient(organisation="Northtown Duty Team", checked_how="by telephone"),
    route=Route(kind=RouteKind.HAND, safe_because="Handed over in person"),
    choices={},
    conditions=Conditions(tell_us="Your decision."),
    not_sharing=NotSharing(),
    clinical=ClinicalEntry(),
    decided_at=at(10, 50),
    decided_by=UserId("u1"),
    guidance="england-2026-11-22",
)
RECORD = DisclosureRecord(
    imprint=IMPRINT,
    practice=PRACTICE,
    sender=LEAD,
    reference="SG-2026-0031",
    person=MIA,
    sharing=SHARING,
    consent_words=CONSENT,
    basis=BASIS,
    gateway_words=PACK.gateway_words,
    principles=(("1. Justify the purpose", "So that a strategy discussion can be decided."),),
    going=tuple(Kept(fact, Choice(goes=True, reason="Seen by us.")) for fact in GOING),
    staying=tuple(Kept(fact, Choice(goes=False, reason="Not needed.")) for fact in STAYING),
    attempts=(FAILED,),
    calls=(CALL,),
    sources=("Working Together to Safeguard Children, Department for Education",),
)


def simple(*blocks: Block, **more: object) -> Document:
    """Return a document around some blocks."""
    fields = {
        "reference": "SG-2026-0031",
        "title": "A paper",
        "practice": "Riverside Dental Practice",
        "made_at": at(11, 2),
        "strap": "OFFICIAL-SENSITIVE",
        "footer": ("SG-2026-0031 · copy 1", "Printed by Asha Rahman"),
        **more,
    }
    return Document(blocks=blocks, **fields)
