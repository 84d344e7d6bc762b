"""The look: one style sheet made from a template, a theme's colours, and sizes that scale."""

from importlib.util import find_spec
from pathlib import Path
from string import Template

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

LEAST_PERCENT, MOST_PERCENT = 100, 200
_FACES = ("Regular", "SemiBold", "Bold")
_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.Highlight: "blue",
    QPalette.ColorRole.HighlightedText: "on_blue",
    QPalette.ColorRole.Link: "blue",
    QPalette.ColorRole.LinkVisited: "dark_blue",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line_soft",
    QPalette.ColorRole.Dark: "quiet",
    QPalette.ColorRole.Accent: "blue",
}


# What a program is started with: setting the style later makes 600 names of it, in 15 ms.
IN_OUR_STYLE = ("-style", "fusion")


def apply_theme(app: QApplication, resources: Path, name: str, percent: int) -> None:
    """Dress the whole program in a theme of the settings, at 100 to 200 percent of its sizes.

    The program was started with `IN_OUR_STYLE`.
    """
    colours = read_colours(resources, name)
    sizes = read_sizes(resources, percent)
    app.setFont(_font(sizes["text"]))
    app.setPalette(_palette(colours))
    app.setStyleSheet(style_sheet(resources, colours, sizes))


def read_colours(resources: Path, name: str) -> dict[str, str]:
    """Return a theme's colours and icon names, by token."""
    tokens = _read_tokens(resources / "theme" / f"{name}.toml")
    return {token: value.strip('"') for token, value in tokens.items()}


def read_sizes(resources: Path, percent: int) -> dict[str, int]:
    """Return the sizes in pixels, by token, at this percentage; hairlines stay hairlines."""
    bounded = min(max(percent, LEAST_PERCENT), MOST_PERCENT)
    tokens = _read_tokens(resources / "theme" / "sizes.toml")
    at_100 = {token: int(value) for token, value in tokens.items()}
    sizes = {token: max(1, round(size * bounded / 100)) for token, size in at_100.items()}
    return sizes | {"hairline": at_100["hairline"]} | _round_shapes(sizes)


def style_sheet(resources: Path, colours: dict[str, str], sizes: dict[str, int]) -> str:
    """Return the style sheet with every token filled in; an unknown token is a KeyError."""
    template = (resources / "theme" / "style.qss").read_text("utf-8")
    icons = (resources / "icons").as_posix()
    return Template(template).substitute(colours, icons=icons, **sizes)


def mark(widget: QWidget, role: str) -> None:
    """Give a widget its part in the look: primary, danger, link, hint, card, tag-due and so on."""
    set_state(widget, "role", role)


def set_state(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet selects by, and show the difference at once."""
    before = widget.property(name)
    if before == value:
        return
    widget.setProperty(name, value)
    if before is None and not _is_dressed(widget):
        return  # just made: it will be dressed when it is first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def _is_dressed(widget: QWidget) -> bool:
    if widget.parentWidget() is None and not widget.isVisible():
        return False
    return widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished)


def _read_tokens(file: Path) -> dict[str, str]:
    # One token a line; loading a whole TOML reader would take 5 ms of the start.
    lines = file.read_text("utf-8").splitlines()
    tokens = [line.partition(" = ") for line in lines if " = " in line]
    return {token: value for token, _equals, value in tokens}


def _round_shapes(sizes: dict[str, int]) -> dict[str, int]:
    # A radius over half the outer size would be drawn square, so these follow from the others.
    box = sizes["box"] + 2 * sizes["edge"]
    return {
        "mark_radius": sizes["mark"] // 2,
        "mark_inner": sizes["mark"] - 2 * sizes["edge"],
        "mark_hole": sizes["mark"] - 2 * sizes["dot"],
        "badge_radius": sizes["badge"] // 2,
        "box_radius": box // 2,
        "box_ring": sizes["dot"],
        "box_hole": box - 2 * sizes["dot"],
    }


def _font(size: int) -> QFont:
    if not QFontDatabase.hasFamily("Open Sans"):
        _load_faces()
    font = QFont("Open Sans")
    font.setPixelSize(size)
    return font


def _load_faces() -> None:
    # The package is located, not imported: importing it would pull in an imaging library.
    package = find_spec("ttf_opensans")
    if package is None or package.origin is None:
        return
    for face in _FACES:
        file = Path(package.origin).parent / "ttf" / f"OpenSans-{face}.ttf"
        QFontDatabase.addApplicationFont(str(file))


def _palette(colours: dict[str, str]) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, QColor(colours[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["quiet"]))
    return palette
