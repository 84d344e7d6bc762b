"""The help pages: plain Markdown files, read as they are."""

from pathlib import Path

from sgdesk.domain.help import HelpText

_ORDER = (
    "start", "today", "record", "body-map", "teeth", "rows", "wording", "share", "calls",
    "portal-down", "escalation", "police", "fgm", "emergency", "concerns", "concern", "amend",
    "attachments", "papers",
    "log", "agencies", "guidance", "settings", "backup", "lock", "setup", "promises", "hazards",
)  # fmt: skip


def help_texts(resources: Path) -> tuple[HelpText, ...]:
    """Return every help page: the known ones in their order, then the others by name."""
    texts = [_text(file) for file in sorted((resources / "help").glob("*.md"))]
    return tuple(sorted(texts, key=lambda text: _place(text.id)))


def _text(file: Path) -> HelpText:
    markdown = file.read_text("utf-8")
    title = markdown.split("\n", 1)[0].removeprefix("# ").strip()
    return HelpText(file.stem, title, markdown)


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)
