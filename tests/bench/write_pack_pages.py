"""Write `pack_pages.json` anew from the sample pack, after the layout of papers has changed."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "unit"))

from documents_samples import MAPS, PACK  # noqa: E402

from sgdesk.documents.pages import laid_out  # noqa: E402
from sgdesk.documents.render import document  # noqa: E402
from sgdesk.documents.strips import Disc, Figure, Frame, Strip, Stroke, Words  # noqa: E402
from sgdesk.domain.outlines import segments  # noqa: E402

INK = (0.0, 0.0, 0.0)


def pages() -> list[list[list]]:
    """Return each page as a list of what is drawn, with places in points from the lower left."""
    edges, placed = laid_out(document(PACK, MAPS))
    found = []
    for number, page in enumerate(placed, 1):
        strips = [edges.top_strip(number), *((item.top, item.strip) for item in page)]
        strips.append(edges.foot_strip(number, len(placed)))
        found.append([step for top, strip in strips for step in drawn(top, strip)])
    return found


def drawn(top: float, strip: Strip) -> list[list]:
    """Return the steps of one strip."""
    found: list[list] = []
    for mark in strip.marks:
        match mark:
            case Words(x, down, style, line):
                look = [style.face, style.size, *style.colour]
                found.append(["text", look, near(x), near(top - down), line])
            case Stroke(x, down, to_x, to_down, thickness, colour):
                places = map(near, (x, top - down, to_x, top - to_down))
                found.append(["line", [thickness, *colour], *places])
            case Frame(x, down, width, height, thickness, colour):
                places = map(near, (x, top - down - height, width, height))
                found.append(["box", [thickness, *colour], *places])
            case Disc(x, down, radius, colour):
                found.append(["disc", list(colour), near(x), near(top - down), radius])
            case Figure():
                found.extend(figure(top, mark))
    return found


def figure(top: float, mark: Figure) -> list[list]:
    """Return a figure as paths in points."""
    found: list[list] = []
    for paths, thickness in ((mark.view.outline, 1.0), (mark.view.details, 0.5)):
        for path in paths:
            steps = [
                [letter, *(value for point in points for value in moved(top, mark, *point))]
                for letter, points in segments(path)
            ]
            found.append(["path", [thickness, *INK], steps])
    return found


def moved(top: float, mark: Figure, x: float, y: float) -> tuple[float, float]:
    """Return a point of a view in points on the page."""
    return near(mark.x + x * mark.scale), near(top - mark.down - y * mark.scale)


def near(value: float) -> float:
    """Return a length as exactly as a page needs."""
    return round(value, 2)


if __name__ == "__main__":
    text = json.dumps(pages(), ensure_ascii=False, separators=(",", ":")).replace("],[[", "],\n[[")
    (HERE / "pack_pages.json").write_text(text + "\n", encoding="utf-8")
