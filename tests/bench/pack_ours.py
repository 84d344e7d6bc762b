"""Our own drawing of the pages of `pack_pages.json`: RUNS; prints the seconds of each as JSON."""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit"))

from documents_samples import MAPS, PACK

from sgdesk.documents.render import paper

seconds = []
for _run in range(int(sys.argv[1]) + 1):
    begun = time.perf_counter()
    paper(PACK, MAPS)
    seconds.append(time.perf_counter() - begun)
print(json.dumps(seconds[1:]))
