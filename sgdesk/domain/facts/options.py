"""Words offered where a form asks for something common; anything else can be typed instead."""

from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.facts.kinds import ContextTopic, Hearing, NeedTopic
from sgdesk.domain.maps import Side
from sgdesk.domain.practice import Episode
from sgdesk.text import _

EPISODE_WORDS = {Episode.NHS: "NHS care", Episode.PRIVATE: "Private care"}
FGM_SCREEN_WORDS = {
    FgmScreen.NOT_RAISED: "It has not come up",
    FgmScreen.TOLD_BY_HER: "She told somebody here herself",
    FgmScreen.SIGNS_SEEN: "Physical signs were seen",
    FgmScreen.HEARD_FROM_OTHER: "Somebody else said so",
    FgmScreen.AT_RISK: "She may be at risk of it",
}
HEARING_WORDS = {
    Hearing.DIRECTLY: "In person",
    Hearing.TELEPHONE: "By telephone",
    Hearing.REPORTED: "Reported by somebody else",
}

MARK_KINDS = (
    "bruise",
    "redness",
    "swelling",
    "graze",
    "scratch",
    "cut",
    "puncture",
    "burn",
    "scald",
    "bite mark",
    "blister",
    "scab",
    "pinpoint red spots (petechiae)",
    "bleeding",
    "bald patch",
    "broken tooth",
    "torn frenum",
    "rash",
    "scar",
    "birthmark",
)
SHAPES = ("round", "oval", "linear", "curved", "loop", "square", "irregular")
PATTERNS = (
    "single",
    "in a row",
    "parallel lines",
    "pair",
    "cluster",
    "same on both sides",
    "outline, described below",
)
ORIENTATIONS = (
    "length runs head to foot",
    "length runs across the body",
    "length runs from front to back",
    "length runs along the limb",
    "length runs around the limb",
    "slanting, described below",
)
COLOURS = (
    "red",
    "pink",
    "purple",
    "blue",
    "black",
    "brown",
    "green",
    "yellow",
    "grey",
    "red and purple",
    "purple with a yellow edge",
)
KNOWN_SINCE = (
    "Recorded at birth",
    "Recorded at registration",
    "Recorded at an earlier visit",
    "Known from the hospital record",
)

SEXES = ("Female", "Male", "Other")
ETHNICITIES = (
    "Asian or Asian British: Indian",
    "Asian or Asian British: Pakistani",
    "Asian or Asian British: Bangladeshi",
    "Asian or Asian British: Chinese",
    "Asian or Asian British: any other Asian background",
    "Black or Black British: Caribbean",
    "Black or Black British: African",
    "Black or Black British: any other Black background",
    "Mixed: White and Black Caribbean",
    "Mixed: White and Black African",
    "Mixed: White and Asian",
    "Mixed: any other mixed background",
    "White: English, Welsh, Scottish, Northern Irish or British",
    "White: Irish",
    "White: Gypsy or Irish Traveller",
    "White: Roma",
    "White: any other White background",
    "Arab",
    "Any other ethnic group",
    "Not stated",
    "Refused",
)
LANGUAGES = (
    "English",
    "Arabic",
    "Bengali",
    "British Sign Language",
    "Cantonese",
    "Dari",
    "Farsi",
    "French",
    "Gujarati",
    "Kurdish",
    "Lithuanian",
    "Pashto",
    "Polish",
    "Portuguese",
    "Punjabi",
    "Romanian",
    "Somali",
    "Spanish",
    "Sylheti",
    "Tamil",
    "Turkish",
    "Ukrainian",
    "Urdu",
    "Welsh",
)
RELIGIONS = (
    "No religion",
    "Buddhist",
    "Christian",
    "Hindu",
    "Jewish",
    "Muslim",
    "Sikh",
    "Other",
    "Not stated",
)
LEGAL_STATUSES = (
    "Child protection plan",
    "Child in need plan",
    "Looked after",
    "Care order",
    "Supervision order",
    "Special guardianship",
    "Private fostering",
    "Deprivation of liberty authorised",
    "Lasting power of attorney",
)

RELATIONSHIPS = (
    "Mother",
    "Father",
    "Step-parent",
    "Parent’s partner",
    "Foster carer",
    "Brother",
    "Sister",
    "Half-brother",
    "Half-sister",
    "Step-brother",
    "Step-sister",
    "Grandmother",
    "Grandfather",
    "Aunt",
    "Uncle",
    "Cousin",
    "Husband",
    "Wife",
    "Partner",
    "Former partner",
    "Son",
    "Daughter",
    "Carer",
    "Lodger",
    "Neighbour",
    "Family friend",
)
PROFESSIONS = (
    "GP",
    "Dentist",
    "Health visitor",
    "School nurse",
    "Midwife",
    "Teacher",
    "School safeguarding lead",
    "Social worker",
    "Family support worker",
    "Police officer",
    "Paediatrician",
    "Pharmacist",
    "Care worker",
    "Interpreter",
)
CONTEXT_HINTS = {
    ContextTopic.UNTREATED: "What it is, since when, and what was advised.",
    ContextTopic.BREAKAGE: "What broke, how often, between which dates, and what was said of it.",
    ContextTopic.ADVICE: "What was advised, to whom, and on which day.",
    ContextTopic.INCONSISTENCY: "Set the words beside each other. Do not say which is true.",
    ContextTopic.HISTORY: "Earlier concerns, referrals and agencies, with their dates.",
    ContextTopic.STRENGTHS: "What goes well, and who protects.",
    ContextTopic.SUPPORT: "What was offered, by whom and when.",
    ContextTopic.IMPACT: "Pain, sleep, eating, days of school missed; in their words if you can.",
    ContextTopic.UNKNOWNS: "What could not be found out, and who may know.",
    ContextTopic.HOUSEHOLD: "Housing, money, health, substances, violence: what is known, and how.",
}
NEED_HINTS = {
    NeedTopic.SAFETY_NET: "What was said, in the words that were used.",
    NeedTopic.TREATMENT: "Pain relief, dressing, medicine: what was given or arranged, and when.",
    NeedTopic.BARRIER: "Tick what was named, and say what would help.",
    NeedTopic.COMMUNICATION: "Interpreter, signing, easy words, large print; never a relative.",
    NeedTopic.ADJUSTMENT: "Longer or quieter appointments, transport, seen alone.",
    NeedTopic.OTHER_CHILDREN: "Who else is there, unborn babies and adults at risk included.",
    NeedTopic.WORKER_SAFETY: "What happened, to whom, when; whether two should go.",
    NeedTopic.KEY_CONTACT: "Name, role and number.",
    NeedTopic.TONIGHT: "Where they sleep, who is there, and who could come in.",
}

BARRIERS = (
    "Cost of travel or parking",
    "No car, or too far",
    "Shifts or unpaid leave",
    "Care of other children",
    "A parent’s illness or disability",
    "Fear of treatment",
    "Language or reading",
    "No telephone credit or no internet",
    "A bad experience before",
    "Somebody controls where they go",
    "No settled address",
    "Fear about immigration",
    "School does not release the child",
    "Appointment times",
    "Letters that are not clear",
    "Unclear who brings the child",
    "Believes treatment must be paid for",
)
LEVELS_OF_NEED = (
    "Level 1, universal",
    "Level 2, early help",
    "Level 3, targeted",
    "Level 4, specialist or statutory",
)
_LANDMARKS = (
    "in front of the {side} ear lobe",
    "below the outer corner of the {side} eye",
    "from the {side} corner of the mouth",
    "from the tip of the nose",
    "from the midline",
    "below the {side} collarbone",
    "below the {side} nipple",
    "above the navel",
    "below the tip of the {side} shoulder",
    "above the {side} elbow crease",
    "below the {side} elbow crease",
    "above the {side} wrist crease",
    "from the spine",
    "above the {side} hip bone",
    "above the {side} kneecap",
    "below the {side} kneecap",
    "above the {side} ankle bone",
)


def landmarks(side: Side | None) -> tuple[str, ...]:
    """Return fixed points from which a mark is measured, on the side on which the mark lies."""
    words = {Side.LEFT: _("left"), Side.RIGHT: _("right")}.get(side or Side.MIDDLE, "")
    return tuple(" ".join(_(text).format(side=words).split()) for text in _LANDMARKS)
