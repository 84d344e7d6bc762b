"""The sample cases as signed concerns, and what a careful lead would let go to whom, and why."""

from datetime import UTC, datetime

from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.facts.words import label, sentence
from sgdesk.ids import ConcernId, UserId
from sgdesk.library.demonstration import read_demonstration

MOMENT = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)
S1, S2, S3, S4 = "SG-2026-0031", "SG-2026-0029", "SG-2026-0033", "SG-2026-0026"

# A word of the fact's own, by which the table below names it.
FACTS = {
    S1: {
        "cheek": "22 × 14 mm", "forearm": "3 × Bruise", "birthmark": "Birthmark",
        "silent": "Silent while", "teeth 2025": "Plan made. 2025", "teeth jan": "broken. 2026-01",
        "teeth apr": "broken again. 2026-04", "teeth now": "third time. 2026-11",
        "father said": "trampoline", "mia said": "Daddy gets cross",
        "mother said": "fell at school",
        "exam": "Examination, attended", "jan": "12 Jan 2026 Emergency", "4 mar": "4 Mar 2026",
        "30 apr": "30 Apr 2026 Emergency", "2 jun": "2 Jun 2026", "15 jul": "15 Jul 2026",
        "18 aug": "18 Aug 2026", "7 oct": "7 Oct 2026", "20 nov": "20 Nov 2026 Emergency",
        "untreated": "Decay untreated since", "breakage": "The dressing was broken on",
        "invoices": "invoices", "aunt": "hepatitis", "mum": "obviously", "slap": "slap mark",
        "pain relief": "Pain relief given", "advice": "fever and swelling",
        "interpreter": "needs a Sylheti interpreter", "transport": "Father drives",
    },
    S2: {
        "tooth": "broken or chipped", "keys": "car keys", "cupboard": "cupboard",
        "scans": "two antenatal visits", "weeks": "29 weeks", "contact": "only through her sister",
        "advice": "police and the midwives",
    },
    S3: {
        "cut": "They cut me", "sister": "a sister, Sira", "unknown": "did not hear it",
        "not rung": "is not rung", "sira": "may be at risk",
    },
    S4: {
        "daughter": "answers for her", "weight": "Weight loss", "money": "not allowed the money",
        "dentures": "four times in a year", "alone": "Double appointments",
    },
}  # fmt: skip
_MARKS = {"cheek", "forearm", "birthmark", "silent"}
_TEETH = {"teeth 2025", "teeth jan", "teeth apr", "teeth now"}
_SAID = {"father said", "mia said", "mother said"}
_PATTERN = {"exam", "jan", "4 mar", "30 apr", "2 jun", "15 jul", "18 aug", "7 oct", "20 nov"}
_TREATMENT, _CARE = {"untreated", "breakage"}, {"pain relief", "advice"}
_NEVER = {"invoices", "aunt", "mum", "slap"}
_ALL_1 = set(FACTS[S1]) - _NEVER

CAREFUL = [
    (S1, "children-social-care", _ALL_1, "They decide on protection: marks, words, whole pattern."),
    (S1, "police", {*_MARKS, *_SAID, "interpreter"}, "Evidence of an assault, no dental care."),
    (S1, "paediatrician",
     {*_MARKS, *_TEETH, *_SAID, *_PATTERN, *_TREATMENT, *_CARE, "interpreter"},
     "They examine: marks, explanations to weigh, and care that was missed."),
    (S1, "gp", _ALL_1, "Her own doctor goes on caring for her."),
    (S1, "dentist", {*_TEETH, *_PATTERN, *_TREATMENT, *_CARE, "interpreter", "transport"},
     "Who treats her next needs her teeth and her visits, not her bruises."),
    (S1, "school-nurse", {*_TEETH, *_PATTERN, *_TREATMENT, *_CARE, "interpreter", "transport"},
     "Can bring her to treatment; the marks are for those who act on them."),
    (S1, "school-lead", {"interpreter"}, "Only how to speak with the mother; nothing to guess by."),
    (S1, "parent", {*_TREATMENT, *_CARE}, "What they were told; nothing that shows our worry."),
    (S1, "adult-social-care", set(), "No adult at risk is named."),
    (S1, "midwife", set(), "She is six."),
    (S1, "designated-officer", set(), "Nobody who works with children is accused."),
    (S2, "children-social-care", set(FACTS[S2]), "A pre-birth assessment needs the whole of it."),
    (S2, "adult-social-care", set(FACTS[S2]), "She may be an adult at risk herself."),
    (S2, "police", {"tooth", "keys", "cupboard", "contact"},
     "An injury with its explanation, what he did, and how not to betray her."),
    (S2, "midwife", set(FACTS[S2]), "Sees her alone, and misses her at the visits."),
    (S2, "domestic-abuse-adviser", set(FACTS[S2]) - {"advice"},
     "Assesses the danger, and must ring only where it is safe."),
    (S2, "gp", set(FACTS[S2]), "Her doctor sees her and the pregnancy."),
    (S2, "dentist", {"tooth", "contact"},
     "Mends the tooth, and rings only the sister; not whom she was told to ring in danger."),
    (S2, "parent", set(), "He may be the harm: not one word."),
    (S2, "school-nurse", set(), "There is no school here."),
    (S3, "children-social-care", set(FACTS[S3]), "Two girls may need protection."),
    (S3, "police", {"cut", "not rung", "sira"}, "Her words, the sister, and whom not to ring."),
    (S3, "paediatrician", {"cut", "not rung"}, "Examines her, and must not ring her mother."),
    (S3, "gp", {"cut", "not rung", "sira"}, "The doctor of both sisters."),
    (S3, "school-nurse", {"not rung"}, "Her words are not for the school."),
    (S3, "school-lead", {"not rung", "sira"}, "Watches over both, without her story."),
    (S3, "dentist", set(), "Nothing of this is about teeth."),
    (S3, "parent", set(), "She asks that her mother is not told."),
    (S4, "adult-social-care", set(FACTS[S4]), "They decide on an enquiry."),
    (S4, "police", {"daughter", "weight", "money", "alone"}, "Money withheld may be an offence."),
    (S4, "gp", set(FACTS[S4]), "Weight loss is theirs to look into."),
    (S4, "dentist", {"dentures", "alone"}, "Makes the next denture, and sees her alone first."),
    (S4, "domestic-abuse-adviser", {"daughter", "weight", "money", "alone"},
     "Control of money by family is what they work with."),
    (S4, "children-social-care", set(), "There is no child."),
    (S4, "parent", set(), "Her carer is who she is afraid of."),
    (S4, "regulator", set(), "No professional is accused."),
]  # fmt: skip


def sample_concern(reference):
    """Return one of the sample cases as a signed concern."""
    story = next(one for one in read_demonstration().stories if one.reference == reference)
    return Concern(
        id=ConcernId(reference), reference=reference, stage=Stage.RECORDED,
        urgency=story.urgency, person=story.person, relations=story.relations,
        contact=story.contact, presentation=story.presentation,
        facts=tuple(one.fact for one in story.facts), kept=(), opened_at=MOMENT,
        opened_by=UserId("u"), changed_at=MOMENT, signed_at=MOMENT, signed_by=UserId("u"),
    )  # fmt: skip


def named(concern):
    """Return the facts of a sample case by the names of the table."""
    told = {fact: f"{label(fact)} {sentence(fact)} {fact.noticed_on}" for fact in concern.facts}
    found = {
        name: [fact for fact, text in told.items() if words in text]
        for name, words in FACTS[concern.reference].items()
    }
    assert {name: len(facts) for name, facts in found.items()} == dict.fromkeys(found, 1)
    return {name: facts[0] for name, facts in found.items()}
