"""What is said of a file that holds more than is seen."""

import pytest
from PySide6.QtWidgets import QLabel

from sgdesk.domain.attachment import FOUND_WORDS, Found, FoundKind
from ui.attachments.found_list import FoundList


def said(qtbot, *found):
    shown = FoundList(found, is_open=True)
    qtbot.addWidget(shown)
    return "\n".join(label.text() for label in shown.findChildren(QLabel))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (FoundKind.COVERED, "a copy would hold them too"),
        (FoundKind.CROPPED, "a copy shows them"),
        (FoundKind.PLACE, "It says where it was taken"),
        (FoundKind.FORM, "left out of every copy"),
    ],
)
def test_it_is_said_what_goes_into_a_copy_and_what_does_not(qtbot, kind, sentence):
    text = said(qtbot, Found(FoundKind.SOFTWARE), Found(kind, "notes: two words"))

    assert sentence in text
    assert "notes: two words" in text


def test_every_kind_has_words():
    assert set(FOUND_WORDS) == set(FoundKind)
