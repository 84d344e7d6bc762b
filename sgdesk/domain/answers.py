"""The answers that are not text: yes and no, and the three kinds of nothing (FORMS A2)."""

from enum import StrEnum


class YesNo(StrEnum):
    """An answer to a yes-or-no question that somebody may not know or was never asked."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not-known"
    NOT_ASKED = "not-asked"


class Unanswered(StrEnum):
    """Why a field holds no words: three different answers everywhere."""

    NOT_KNOWN = "not-known"
    NOT_ASKED = "not-asked"
    NONE = "none"


class Nation(StrEnum):
    """Whose law and procedures apply."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


YES_NO_WORDS = {
    YesNo.YES: "Yes",
    YesNo.NO: "No",
    YesNo.NOT_KNOWN: "Not known",
    YesNo.NOT_ASKED: "Not asked",
}

UNANSWERED_WORDS = {
    Unanswered.NOT_KNOWN: "Not known",
    Unanswered.NOT_ASKED: "Not asked",
    Unanswered.NONE: "None",
}

NATION_WORDS = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}
