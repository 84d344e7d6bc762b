import re
import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from sgdesk.paths import resources
from sgdesk.settings import Theme
from ui.kit.cards import button, tag
from ui.kit.layout import lines
from ui.kit.theme import apply_theme, mark, read_colours, read_sizes, style_sheet

PAIRS = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "field_ground"),
    ("ink", "strip"),
    ("ink", "amber_pale"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("blue", "surface"),
    ("blue", "ground"),
    ("blue", "strip"),
    ("dark_blue", "surface"),
    ("dark_blue", "blue_tint"),
    ("on_green", "green"),
    ("on_red", "red"),
    ("on_focus", "focus"),
    ("red_deep", "surface"),
    ("red_deep", "red_soft"),
    ("amber_deep", "amber_soft"),
    ("green_deep", "green_soft"),
    ("blue_deep", "blue_soft"),
    ("quiet_deep", "quiet_soft"),
]


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_words_can_be_read_on_their_ground(theme, front, back):
    colours = read_colours(resources(), theme)
    least = 7 if theme == "contrast" else 4.5

    assert contrast(colours[front], colours[back]) >= least


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_the_same_tokens(theme):
    assert read_colours(resources(), theme).keys() == read_colours(resources(), "light").keys()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_the_style_sheet_has_no_open_token_and_names_only_icons_that_exist(theme, percent):
    colours, sizes = read_colours(resources(), theme), read_sizes(resources(), percent)

    sheet = style_sheet(resources(), colours, sizes)

    assert "$" not in sheet
    icons = re.findall(r'url\("([^"]+)"\)', sheet)
    assert icons
    assert all(resources().joinpath("icons", icon.split("/")[-1]).exists() for icon in icons)


@pytest.mark.parametrize("theme", Theme)
def test_colours_are_what_a_toml_reader_reads(theme):
    text = (resources() / "theme" / f"{theme}.toml").read_text(encoding="utf-8")

    assert read_colours(resources(), theme) == tomllib.loads(text)


def test_the_style_sheet_names_no_role_that_no_widget_has():
    sheet = (resources() / "theme" / "style.qss").read_text(encoding="utf-8")
    files = resources().parent.joinpath("ui").rglob("*.py")
    code = "\n".join(file.read_text(encoding="utf-8") for file in files)
    roles = set(re.findall(r'role="([^"]+)"', sheet))

    assert roles
    assert [role for role in roles if not is_given(role, code)] == []


def is_given(role, code):
    start = role.rpartition("-")[0]
    return f'"{role}"' in code or f'"{start}-{{' in code


def test_sizes_are_what_a_toml_reader_reads():
    text = (resources() / "theme" / "sizes.toml").read_text(encoding="utf-8")

    assert tomllib.loads(text).items() <= read_sizes(resources(), 100).items()


def test_sizes_double_at_200_percent_and_hairlines_stay():
    once, twice = read_sizes(resources(), 100), read_sizes(resources(), 200)

    assert twice["text"] == 2 * once["text"]
    assert twice["hairline"] == once["hairline"]


def test_a_percentage_beyond_the_bounds_is_bounded():
    assert read_sizes(resources(), 5_000) == read_sizes(resources(), 200)
    assert read_sizes(resources(), 10) == read_sizes(resources(), 100)


def test_the_program_speaks_in_open_sans(qapp):
    assert QFontInfo(qapp.font()).family() == "Open Sans"


def test_a_larger_theme_makes_lines_higher(qapp):
    before = lines(1)
    apply_theme(qapp, resources(), "dark", 200)
    after = lines(1)
    apply_theme(qapp, resources(), "light", 100)

    assert after >= 1.8 * before


def test_a_role_is_seen_at_once(qtbot):
    label = QLabel("Today")
    qtbot.addWidget(label)
    label.show()
    before = label.font().pixelSize()

    mark(label, "heading")

    assert label.font().pixelSize() > before


def test_a_tag_has_the_colours_of_its_tone(qtbot):
    label = tag("Overdue 1 h 46", "overdue")
    qtbot.addWidget(label)
    label.ensurePolished()

    colours = read_colours(resources(), "light")
    assert label.palette().color(label.foregroundRole()) == QColor(colours["red_deep"])


def test_a_button_reads_its_text_to_a_screen_reader(qtbot):
    made = button("&Prepare pack", "primary", "prepare")
    qtbot.addWidget(made)

    assert made.accessibleName() == "Prepare pack"
    assert made.objectName() == "prepare"


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QRadioButton])
def test_the_focus_is_shown_in_our_colours_alone(qtbot, kind):
    window = QWidget()
    qtbot.addWidget(window)
    part = kind("Send it", window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)
    by_mouse = part.grab().toImage()

    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    assert part.grab().toImage() == by_mouse
