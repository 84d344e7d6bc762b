"""Open a store and check its history from the written format alone: FOLDER NAME PASSPHRASE.

Nothing of ours is imported. Prints what was found as JSON.
"""

import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit"))

import slots_reader
from sqlcipher3 import dbapi2 as sqlcipher

CHAIN = "SELECT seq, at, user, action, subject, detail, prev, hash FROM audit_event ORDER BY seq"


def main(folder: Path, name: str, passphrase: str) -> None:
    generation = int((folder / "current").read_text())
    slots = (folder / f"slots-{generation}.json").read_bytes()
    key = slots_reader.open_as_user(slots, name, passphrase)
    connection = sqlcipher.connect(str(folder / f"store-{generation}.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    found = {
        "broken": first_broken(connection),
        "entries": connection.execute("SELECT count(*) FROM audit_event").fetchone()[0],
        "references": [row[0] for row in connection.execute("SELECT reference FROM concern")],
        "ours": sorted(name for name in sys.modules if name.split(".")[0] in ("sgdesk", "ui")),
    }
    connection.close()
    print(json.dumps(found))


def first_broken(connection) -> int | None:
    previous = "0" * 64
    for number, row in enumerate(connection.execute(CHAIN), start=1):
        seq, at, user, action, subject, detail, prev, stored = row
        text = "\x1f".join([prev, str(seq), at, user, action, subject, detail])
        follows = seq == number and prev == previous
        if not follows or stored != hashlib.sha256(text.encode()).hexdigest():
            return number
        previous = stored
    return None


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
