"""Text that remembers its height: the same as a plain label's, whatever changes."""

from PySide6.QtWidgets import QLabel

from ui.kit.wrapped_label import WrappedLabel

LONG = "She was brought at 10:40 by her aunt, who waited outside. " * 4


def plain_height(text, width, font):
    label = QLabel(text)
    label.setWordWrap(True)
    label.setFont(font)
    return label.heightForWidth(width)


def test_a_label_is_as_high_as_a_plain_one_at_every_width(qtbot):
    label = WrappedLabel(LONG)
    qtbot.addWidget(label)
    for width in (120, 300, 120, 640):
        assert label.heightForWidth(width) == plain_height(LONG, width, label.font())


def test_another_text_and_another_font_are_measured_anew(qtbot):
    label = WrappedLabel("Short")
    qtbot.addWidget(label)
    before = label.heightForWidth(200)

    label.setText(LONG)
    with_more = label.heightForWidth(200)
    font = label.font()
    font.setPixelSize(40)
    label.setFont(font)

    assert before < with_more < label.heightForWidth(200)
    assert label.heightForWidth(200) == plain_height(LONG, 200, font)
