"""What the program tells somebody who has no key yet: on the lock page and in set-up.

The lock page waits for the numbers in here, and therefore this loads little until it is asked.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import NationalLine
from sgdesk.domain.practice import Practice
from sgdesk.errors import UserError
from sgdesk.store import places
from sgdesk.vault import passphrase
from sgdesk.vault.keys import calibrated_cost

if TYPE_CHECKING:
    from sgdesk.services.setup import NewUser, PreparedDesk


def emergency_lines() -> tuple[NationalLine, ...]:
    """Return the lines of the whole United Kingdom; `use` says which of them to make sure of."""
    from sgdesk.library.guidance import guidance_for

    lines = guidance_for(Nation.ENGLAND).lines
    return tuple(line for line in lines if set(line.nations) == set(Nation))


def passphrase_problem(typed: str, names: tuple[str, ...]) -> str | None:
    """Return what to do about a passphrase beside these names, or None when it may be used."""
    try:
        passphrase.check(typed, [name for name in names if name.strip()])
    except UserError as error:
        return error.text
    return None


def passphrase_strength(typed: str) -> str:
    """Return in a sentence how hard a passphrase is to guess."""
    return passphrase.sentence(passphrase.strength(typed))


def place_concern(folder: Path) -> str:
    """Return what is to be known about a folder before records are put there; empty: nothing."""
    return places.recognise(folder, places.ask_this_system).explanation()


def prepared_desk(practice: Practice, people: "list[NewUser]") -> "PreparedDesk":
    """Return a desk with keys as hard to guess as this PC allows in half a second each.

    Raises UserError at the field of a person or the practice to put right.
    """
    from sgdesk.services.setup import PreparedDesk

    return PreparedDesk(practice, people, calibrated_cost())


def recovery_pdf(prepared: "PreparedDesk", made_at: datetime) -> bytes:
    """Return the recovery sheet as a PDF, held in memory only."""
    from sgdesk.documents.recovery_sheet import RecoverySheet
    from sgdesk.documents.render import paper

    sheet = RecoverySheet(
        practice_name=prepared.practice.name,
        number=1,
        count=1,
        threshold=1,
        identifier=prepared.sheet.identifier,
        words=prepared.sheet.words,
        made_at=made_at,
    )
    return paper(sheet, {})
