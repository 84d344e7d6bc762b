"""S1 to S4 in the real window: each recorded by keyboard alone, and each by mouse."""

import pytest
from journey_cases import CASES
from journey_hands import KeysAlone
from journey_mouse import MouseAndWords
from journey_recording import differences, kept, record_case

from sgdesk.domain.people import PersonKind
from ui.kit.ask import WindowAsker

PASSPHRASE = "a quiet river bends twice"


@pytest.fixture
def hand(request, start, store_folder, clock, asker, monkeypatch):
    """A hand at the unlocked desk; its questions are real dialogs. A bug that would be told in
    one fails the test instead of waiting for somebody."""

    class RealQuestions(WindowAsker):
        def tell(self, title, text, details=""):
            asker.reports.append(details or text)

    monkeypatch.setattr("ui.kit.ask.WindowAsker", RealQuestions)
    keyboard = start(store_folder)
    keyboard.unlock(PASSPHRASE)
    one = request.param(keyboard)
    one.clock = clock
    return one


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("hand", [KeysAlone, MouseAndWords], indirect=True)
def test_a_sample_is_recorded_to_its_signature_and_kept_as_it_was_told(
    hand, case, qtbot, store_folder, record_property
):
    sample = CASES[case]
    kind = sample.urgency["kind"]
    figure = "child" if kind is PersonKind.CHILD else "adult"

    record_case(hand, sample, figure)

    record_property("keys", hand.keys)
    concern = kept(hand, qtbot, store_folder, PASSPHRASE)
    assert differences(concern, sample, figure) == []
