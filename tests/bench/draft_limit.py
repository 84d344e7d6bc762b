"""The limit for saving a draft: one raw SQLCipher commit of 4 KiB, durable, nothing of ours.

FOLDER RUNS; prints the seconds of each run as JSON.
"""

import json
import os
import sys
import time

from sqlcipher3 import dbapi2 as sqlcipher

connection = sqlcipher.connect(os.path.join(sys.argv[1], "raw.db"), isolation_level=None)  # noqa: PTH118
connection.execute(f"PRAGMA key = \"x'{os.urandom(32).hex()}'\"")
for pragma in ("journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY"):
    connection.execute(f"PRAGMA {pragma}")
connection.execute("CREATE TABLE draft (id TEXT PRIMARY KEY, body TEXT)")
SAVE = "INSERT INTO draft VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
seconds = []
for run in range(int(sys.argv[2]) + 20):
    body = f"{run:08d}" + "x" * 4088
    begun = time.perf_counter()
    connection.execute("BEGIN")
    connection.execute(SAVE, ("one", body))
    connection.execute("COMMIT")
    seconds.append(time.perf_counter() - begun)
connection.close()
print(json.dumps(seconds[20:]))
