"""The encrypted SQLite, typed as the standard library's module, whose interface it shares."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

__all__ = ["sqlcipher"]
