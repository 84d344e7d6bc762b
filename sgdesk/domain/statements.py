"""What the guidance says about lawful sharing beyond what a page asks, by topic."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Stated, Text


class Topic(StrEnum):
    """What a statement belongs to."""

    TEN_STEPS = "ten-steps"
    GOLDEN_RULES = "golden-rules"
    QUALITY = "quality"
    WHAT_TO_RECORD = "what-to-record"
    CONTROLLER = "controller"
    BASES = "bases"
    DUTY_TO_SHARE = "duty-to-share"
    CONFIDENTIALITY = "confidentiality"
    FGM = "fgm"
    REFERRALS = "referrals"
    ADULTS = "adults"
    NATION = "nation"
    OTHER_DUTIES = "other-duties"


TOPIC_WORDS = {
    Topic.TEN_STEPS: "The Commissioner’s ten steps",
    Topic.GOLDEN_RULES: "The golden rules",
    Topic.QUALITY: "How information is shared",
    Topic.WHAT_TO_RECORD: "What to record about a decision",
    Topic.CONTROLLER: "As what a practice acts",
    Topic.BASES: "More about bases and conditions",
    Topic.DUTY_TO_SHARE: "The duty to share, section 16LA",
    Topic.CONFIDENTIALITY: "Confidentiality",
    Topic.FGM: "Female genital mutilation",
    Topic.REFERRALS: "Referrals",
    Topic.ADULTS: "Adults and neighbouring routes",
    Topic.NATION: "This nation",
    Topic.OTHER_DUTIES: "Other duties",
}


class Statement(Stated, frozen=True, kw_only=True):
    """One thing that holds, in our own words. `number` is its place where the topic counts (the
    ten steps, the golden rules), else 0; `places` are where it is shown: pages such
    as "share/consent", or ids of checks."""

    topic: Topic
    title: Text
    text: Text
    number: Annotated[int, Meta(ge=0, le=10)] = 0
    places: tuple[Text, ...] = ()
    nations: tuple[Nation, ...] = tuple(Nation)
