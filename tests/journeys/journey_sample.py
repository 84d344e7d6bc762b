"""Sample case S1, as somebody types it; what must go, and what must not."""

PRACTICE = {
    "name": "Riverside Dental Practice", "address": "Weir Street, Northtown",
    "postcode": "ZZ99 1AA", "phone": "01632 960022",
}  # fmt: skip
LEAD = {
    "name": "Asha Rahman", "profession": "dentist", "registration": "GDC 000001",
    "phone": "01632 960023", "passphrase": "a quiet river bends twice",
    "passphrase_again": "a quiet river bends twice",
}  # fmt: skip
DEPUTY = {
    "name": "Lee Byrne", "profession": "dental nurse", "registration": "GDC 000002",
    "passphrase": "seven lamps near the weir", "passphrase_again": "seven lamps near the weir",
}  # fmt: skip
PASSPHRASE = LEAD["passphrase"]
AGENCY = "Northtown Duty Team"

URGENCY = "A bruise on the left cheek, three on the left forearm, four teeth untreated."
RELATIONS = (
    ("Karl Thornton", "Father", ("alleged_source",)),
    ("Rina Thornton née Begum", "Mother", ()),
    ("Salma Begum", "Aunt", ("regular_visitor",)),
)
MARKS = (
    ("left cheek", {
        "mark": "bruise", "length_mm": "22", "width_mm": "14",
        "colour": "purple with a yellow edge", "shape": "oval", "distance_1_mm": "30",
        "landmark_1": "in front of the left ear lobe", "distance_2_mm": "25",
        "landmark_2": "below the outer corner of the eye", "noticed_by": "A. Rahman",
        "noticed_on": "20 11 2026", "noticed_at": "0940",
    }),
    ("left forearm, outer side", {
        "mark": "bruise", "length_mm": "10", "width_mm": "10", "colour": "brown",
        "pattern": "in a row", "count": "3", "distance_1_mm": "60",
        "landmark_1": "above the left wrist crease", "noticed_by": "L. Byrne",
        "noticed_on": "20 11 2026", "noticed_at": "09:44",
    }),
    ("right shoulder blade", {"mark": "birthmark", "noticed_by": "L. Byrne"}),
)  # fmt: skip
SAYINGS = (
    {"speaker": "Father", "words": "She fell off the trampoline on Wednesday last week.",
     "noticed_by": "A. Rahman", "noticed_on": "20 11 2026", "noticed_at": "09:38"},
    {"speaker": "Mia Thornton", "question": "How did you hurt your face?",
     "words": "Daddy gets cross when it hurts.", "present": "alone with L. Byrne",
     "noticed_by": "L. Byrne", "noticed_on": "20 11 2026", "noticed_at": "09:46"},
    {"speaker": "Mother", "words": "She fell at school.", "noticed_by": "A. Rahman",
     "noticed_on": "20 11 2026", "noticed_at": "10:20", "interpreter": "Sylheti"},
)  # fmt: skip
APPOINTMENTS = (
    ("11 12 2025", "Examination", "attended", "Decay 54, 64, 75, 85. Plan made.", ""),
    ("12 1 2026", "Emergency", "attended", "Dressing on 75 broken.", ""),
    ("4 3 2026", "Treatment", "was not brought", "", "Letter 5 Mar."),
    ("30 4 2026", "Emergency", "attended", "Dressing on 75 broken again.", ""),
    ("2 6 2026", "Treatment", "was not brought", "", "Telephone, no answer."),
    ("15 7 2026", "Treatment", "cancelled by the practice", "", ""),
    ("18 8 2026", "Treatment", "was not brought", "", "Letter, school nurse told."),
    ("7 10 2026", "Treatment", "was not brought", "", ""),
    ("20 11 2026", "Emergency", "attended", "In pain, 75 and 85. Dressing on 75 lost.", ""),
)
CONTEXTS = (
    ("untreated", {"text": "The same four teeth untreated.", "teeth": "54, 64, 75, 85"}),
    ("administrative", {"text": "Two unpaid invoices."}),
    ("note", {"text": "Aunt has treatment for hepatitis C.", "also_about": "Salma Begum"}),
    ("note", {"text": "Mum obviously doesn't care."}),
    ("note", {"text": "Probably a slap mark, 3 or 4 days old."}),
)
NEEDS = (
    ("treatment", {"text": "Pain relief given."}),
    ("safety-net", {"text": "Advice on fever and swelling.", "to_whom": "Karl Thornton",
                    "understood": "He said he understood."}),
    ("communication", {"text": "Sylheti interpreter for the mother."}),
    ("barrier", {"text": "Father drives; mother cannot come alone."}),
)  # fmt: skip
SO_THAT = "decide whether Mia needs a strategy discussion today"
CONDITION = "Neither parent is to be told before the team has agreed what is said."

GOES = (
    "Mia Thornton", "Mimi", "14 February 2020", "999 123 4012", "12 Weir Street", "ZZ99 2QA",
    "Karl Thornton", "Rina Thornton née Begum", "Salma Begum", "Sylheti", "Weir Street Primary",
    "Dr Amos", "22 × 14 mm", "Oval", "Purple with a yellow edge", "skin unbroken", "30 mm",
    "25 mm", "10 × 10 mm", "In a row", "Brown", "60 mm", "Birthmark", "Recorded at registration",
    "Silent while father was in the room; answered when alone with the nurse.",
    "She fell off the trampoline on Wednesday last week.", "How did you hurt your face?",
    "Daddy gets cross when it hurts.", "She fell at school.", "11 Dec 2025", "12 Jan 2026",
    "4 Mar 2026", "30 Apr 2026", "2 Jun 2026", "15 Jul 2026", "18 Aug 2026", "7 Oct 2026",
    "not brought 4 of 4 planned since 11 Dec 2025", "cancelled by the practice 1",
    "emergencies attended 3", "The same four teeth untreated.", "Pain relief given.",
    "Advice on fever and swelling.", "He said he understood.", "mother cannot come alone",
    "J. Okoro", "Gateway timeout after sign-in", SO_THAT, CONDITION, "risk to the child",
    "Riverside Dental Practice", "Asha Rahman", "GDC 000001", "01632 960023",
)  # fmt: skip
STAYS = (
    "invoice", "hepatitis", "obviously", "doesn't care", "doesn’t care", "slap", "3 or 4 days",
    "Probably",
)  # fmt: skip
