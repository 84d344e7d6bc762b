"""Words set into lines of a given width. Nothing that was typed is changed, cut or reordered."""

import re

from sgdesk.documents.faces import faces
from sgdesk.documents.shaping import Composed, clusters, compose, width
from sgdesk.documents.styles import Style

Line = str | Composed

# Not within a number in groups ("01632 960022"), nor between a number and its unit.
_BREAK = re.compile(r"(?<!\d) | (?!mm\b|\d{3})|(?<!\d{3}) (?=\d)")
_NEW_LINE = re.compile("\r\n|[\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


class Setter:
    """Sets text for one document, remembering the widths of words it has met."""

    def __init__(self) -> None:
        self._plain = faces().plain
        self._widths = faces().widths
        self._known: dict[str, dict[str, float]] = {face: {} for face in self._widths}

    def wrapped(self, text: str, style: Style, room: float, indent: float = 0.0) -> list[Line]:
        """Return the lines of a text; one at least. A word too long for a line is broken.

        `indent` is what the first line has less.
        """
        if not self._plain.issuperset(text):
            return self._unusual(text, style, room, indent)
        if self.width(text, style.face) * style.size <= room - indent:
            return [text]
        return list(self._broken(text, style.face, room / style.size, indent / style.size))

    def width(self, text: str, face: str) -> float:
        """Return how wide the text is as shares of the size."""
        known = self._known[face]
        found = known.get(text)
        if found is None:
            if self._plain.issuperset(text):
                found = sum(map(self._widths[face].__getitem__, text))
            else:
                found = width(text, face)
            known[text] = found
        return found

    def line_width(self, line: Line, face: str) -> float:
        """Return how wide one set line is as shares of the size."""
        return self.width(line if isinstance(line, str) else line.text, face)

    def _unusual(self, text: str, style: Style, room: float, indent: float) -> list[Line]:
        lines: list[Line] = []
        for paragraph in _NEW_LINE.split(text):
            broken = self._broken(paragraph, style.face, room / style.size, indent / style.size)
            plain = self._plain.issuperset(paragraph)
            lines.extend(broken if plain else (compose(line, style.face) for line in broken))
            indent = 0.0
        return lines

    def _broken(self, text: str, face: str, room: float, indent: float) -> list[str]:
        lines: list[str] = []
        line: list[str] = []
        used = indent
        space = self._widths[face][" "]
        for word in _BREAK.split(text):
            wide = self.width(word, face)
            if line and used + wide > room:
                lines.append(" ".join(line))
                line, used = [], 0.0
            if wide > room:
                *whole, word = self._cut(word, face, room)
                lines.extend(whole)
                wide = self.width(word, face)
            line.append(word)
            used += wide + space
        lines.append(" ".join(line))
        return lines

    def _cut(self, word: str, face: str, room: float) -> list[str]:
        parts: list[str] = [""]
        used = 0.0
        for cluster in clusters(word):
            wide = self.width(cluster, face)
            if parts[-1] and used + wide > room:
                parts.append("")
                used = 0.0
            parts[-1] += cluster
            used += wide
        return parts
