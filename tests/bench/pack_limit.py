"""The limit for a pack: the same pages drawn by hand on the raw ReportLab canvas, nothing of ours.

Reads `pack_pages.json` (every line of text and every stroke with its place) and prints, as JSON,
the seconds of each run after a warm-up. `--repeats N` says how many.
"""

import argparse
import io
import json
import sys
import time
from pathlib import Path

import ttf_opensans
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

A4 = (595.2756, 841.8898)
FONTS = Path(ttf_opensans.__file__).parent / "ttf"
PAGES = json.loads(Path(__file__).with_name("pack_pages.json").read_text(encoding="utf-8"))


def draw() -> bytes:
    """Draw the pages once. What is set already is not set again, as a careful hand would do."""
    out = io.BytesIO()
    canvas = Canvas(out, A4, pageCompression=1, invariant=1)
    for page in PAGES:
        font = fill = stroke = None
        for kind, look, *rest in page:
            if kind == "text":
                face, size, *colour = look
                if (face, size) != font:
                    canvas.setFont(face, size)
                    font = (face, size)
                if colour != fill:
                    canvas.setFillColorRGB(*colour)
                    fill = colour
                canvas.drawString(*rest)
            elif kind == "disc":
                canvas.setFillColorRGB(*look)
                fill = look
                canvas.circle(*rest, stroke=0, fill=1)
            else:
                if look != stroke:
                    canvas.setLineWidth(look[0])
                    canvas.setStrokeColorRGB(*look[1:])
                    stroke = look
                draw_line(canvas, kind, rest)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def draw_line(canvas: Canvas, kind: str, rest: list) -> None:
    if kind == "line":
        canvas.line(*rest)
    elif kind == "box":
        canvas.rect(*rest)
    else:
        path = canvas.beginPath()
        steps = {"M": path.moveTo, "L": path.lineTo, "C": path.curveTo, "Z": path.close}
        for letter, *points in rest[0]:
            steps[letter](*points)
        canvas.drawPath(path)


def timed(repeats: int) -> list[float]:
    """Return the seconds of so many runs, after one to warm up."""
    for name in ("OpenSans-Regular", "OpenSans-SemiBold", "OpenSans-Bold"):
        registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
    draw()
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        draw()
        found.append(time.perf_counter() - start)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15)
    sys.stdout.write(json.dumps(timed(parser.parse_args().repeats)) + "\n")
