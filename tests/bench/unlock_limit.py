"""The limit for unlocking: the key derivation alone, at the costs that stand in a slots file.

SLOTS-FILE RUNS, the passphrase on standard input; prints the seconds of each run as JSON.
"""

import base64
import json
import sys
import time

from argon2.low_level import Type, hash_secret_raw

with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123
    entry = next(one for one in json.load(file)["principals"] if one["kind"] == "user")
kdf, typed = entry["kdf"], sys.stdin.readline().rstrip("\n").encode()
salt = base64.b64decode(kdf["salt"])
seconds = []
for _run in range(int(sys.argv[2]) + 1):
    begun = time.perf_counter()
    hash_secret_raw(typed, salt, kdf["t"], kdf["m_kib"], kdf["p"], 32, Type.ID, version=19)
    seconds.append(time.perf_counter() - begun)
print(json.dumps(seconds[1:]))
