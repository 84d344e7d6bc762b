"""Our own saving of a draft of 4 KiB: FOLDER RUNS; prints the seconds of each run as JSON."""

import json
import sys
import time
from pathlib import Path

import msgspec

from sgdesk.bootstrap import Desk
from sgdesk.clock import SystemClock
from sgdesk.domain.facts.kinds import Observation
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.practice import Practice, Role
from sgdesk.ids import FactId
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.vault.keychain import NoKeychain
from sgdesk.vault.keys import FLOOR

WARM_UP, SIZE = 20, 4096

lead = NewUser(name="Nora Field", role=Role.LEAD, passphrase="measured words and more")
prepared = PreparedDesk(Practice(name="Measured Practice"), [lead], FLOOR)
words = " ".join(prepared.sheet.words)
store = prepared.complete(Path(sys.argv[1]) / "store", words, SystemClock())
desk = Desk(store, prepared.users[0], prepared.store_id, SystemClock(), NoKeychain())
draft = desk.concerns.begin()
draft.facts = [Observation(id=FactId("measured"))]
rest = SIZE - len(msgspec.json.encode(draft)) - 8
seconds = []
for run in range(int(sys.argv[2]) + WARM_UP):
    draft.facts = [Observation(id=FactId("measured"), text=f"{run:08d}" + "x" * rest)]
    begun = time.perf_counter()
    desk.concerns.save_draft(draft, "seen", Caret("measured.text", run))
    seconds.append(time.perf_counter() - begun)
desk.close()
print(json.dumps(seconds[WARM_UP:]))
