from datetime import date, timedelta

import pytest
from documents_samples import SHARING

from sgdesk.domain.amendment import Amendment, Change
from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.advice import Advice, advice_words
from sgdesk.domain.sharing.decision import Basis, Necessity
from sgdesk.domain.sharing.refusal import NotSharing, agreed_words
from sgdesk.domain.sharing.since import since
from sgdesk.domain.sharing.weighed import weighed_again

WEIGHED = Basis(
    factors={"harm-to-trust": "They may stop coming.", "harm-if-withheld": "More marks.",
             "less-intrusive": "Nobody else can see her at home."},
)  # fmt: skip


def test_what_was_weighed_once_fills_what_is_empty():
    filled = weighed_again(Necessity(without_naming=YesNo.NO), WEIGHED)

    assert filled.risk_of_sharing == "They may stop coming."
    assert filled.risk_of_not_sharing == "More marks."
    assert filled.naming_needed_because == "Nobody else can see her at home."


def test_what_is_written_is_never_replaced():
    written = Necessity(risk_of_sharing="Trust ", risk_of_not_sharing="Harm ")

    assert weighed_again(written, WEIGHED) == written


def test_nothing_weighed_offers_nothing():
    assert weighed_again(Necessity(), Basis()) == Necessity()


def test_only_what_was_amended_after_the_decision_is_another_since():
    def amended(at, what, **changes):
        return Amendment(
            at=at, by="Asha Rahman", because="Measured again.", about=what,
            changes=(Change("Length", "22 mm", "24 mm"),), **changes,
        )  # fmt: skip

    decided = SHARING.decided_at
    before = amended(decided - timedelta(minutes=1), "Left cheek")
    after = amended(decided + timedelta(minutes=1), "Left forearm")
    added = amended(decided + timedelta(minutes=2), "A third mark", is_new=True)

    found = since(SHARING, (before, after, added), SHARING.guidance)

    assert [(one.about, one.then, one.now) for one in found] == [
        ("Left forearm", "Length: 22 mm", "Length: 24 mm"),
        ("Added: A third mark", "–", "Length: 24 mm"),
    ]


def test_another_version_of_the_guidance_stands_beside_the_one_of_then():
    (found,) = since(SHARING, (), "england-2026-12-01")

    assert (found.then, found.now) == (SHARING.guidance, "england-2026-12-01")
    assert found.is_guidance


@pytest.mark.parametrize("followed", [YesNo.YES, YesNo.NO, None])
def test_advice_is_told_with_whether_it_was_followed(followed):
    advice = Advice(
        id="a", name="R. Hale", role="named nurse", given_on=date(2026, 11, 20),
        said="Refer today.", followed=followed, not_followed_because="Seen first.",
    )  # fmt: skip

    rows = dict(advice_words(advice))

    assert rows["Advice from"] == "R. Hale, named nurse, 20 Nov 2026"
    assert rows["Advice given"] == "Refer today."
    assert ("Seen first." in rows["Followed"]) is (followed is YesNo.NO)


def test_who_agreed_not_to_share_is_told_with_role_and_day():
    why = NotSharing(agreed_by="Lee Byrne", agreed_role="deputy", agreed_on=date(2026, 11, 20))

    assert agreed_words(why).startswith("Lee Byrne, deputy, ")
    assert "20 Nov" in agreed_words(why)
