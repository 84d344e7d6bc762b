"""A newer guidance file, and the part of Settings that takes it in."""

from gui_support import finish_pages
from PySide6.QtWidgets import QLabel

from sgdesk.domain.answers import Nation
from sgdesk.library.guidance import guidance_for
from sgdesk.paths import resources
from ui.settings.guidance_part import GuidancePart

OWN, NEWER = guidance_for(Nation.ENGLAND).version, "england-newer"
OLD_TITLE = "The public interest outweighs confidentiality"
NEW_TITLE = "Sharing serves the public interest more than silence"


def newer_text():
    """Return England's guidance as a newer version with another title in it."""
    text = (resources() / "guidance" / "england.toml").read_text("utf-8")
    text = text.replace(f'version = "{OWN}"', f'version = "{NEWER}"', 1)
    return text.replace(OLD_TITLE, NEW_TITLE, 1)


def newer_file(folder):
    file = folder / "newer.toml"
    file.write_text(newer_text(), encoding="utf-8")
    return file


def shown_part(qtbot, desk, runner, asker):
    """Show the part of Settings about guidance."""
    part = GuidancePart(desk, runner, asker)
    qtbot.addWidget(part)
    part.resize(1000, 700)
    part.read()
    part.show()
    return part


def said(root):
    """Return all words that can be seen in a part of the window."""
    finish_pages(root)
    shown = [one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root)]
    return "\n".join(shown)
