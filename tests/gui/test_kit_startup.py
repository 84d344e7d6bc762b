import subprocess
import sys

HEAVY = [
    "PIL", "pypdfium2", "reportlab", "sqlalchemy", "sqlcipher3", "keyring", "cryptography",
    "argon2", "pikepdf", "docx", "PySide6.QtPrintSupport", "PySide6.QtNetwork", "ttf_opensans",
]  # fmt: skip
LIGHT = [
    "ui.kit.theme", "ui.kit.form", "ui.kit.cards", "ui.kit.tasks", "ui.kit.ask", "ui.kit.crash",
    "ui.kit.idle", "ui.kit.cover", "ui.kit.steps", "ui.kit.table", "ui.kit.rows",
    "ui.kit.preview", "ui.kit.focus_ring",
]  # fmt: skip


def test_the_kit_loads_nothing_heavy_before_it_is_used():
    script = f"""
import sys
import {", ".join(LIGHT)}
print([name for name in {HEAVY} if name in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"
