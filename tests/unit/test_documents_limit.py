"""The benchmark's limit still draws about what the pack draws."""

import json
from pathlib import Path

from documents_samples import MAPS, PACK

from sgdesk.documents.pages import laid_out
from sgdesk.documents.render import document
from sgdesk.documents.strips import Words

PAGES = Path(__file__).parent.parent / "bench" / "pack_pages.json"


def test_the_limit_draws_as_much_as_the_pack() -> None:
    limit = json.loads(PAGES.read_text(encoding="utf-8"))
    edges, pages = laid_out(document(PACK, MAPS))
    ours = sum(
        isinstance(mark, Words)
        for number, page in enumerate(pages, 1)
        for strip in (
            *(item.strip for item in page),
            edges.top_strip(number)[1],
            edges.foot_strip(number, len(pages))[1],
        )
        for mark in strip.marks
    )
    theirs = sum(step[0] == "text" for page in limit for step in page)

    assert len(limit) == len(pages)
    assert abs(ours - theirs) <= ours * 0.1, "Run tests/bench/write_pack_pages.py again."
