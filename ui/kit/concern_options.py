"""The concerns that a call or a contact can be about, as an option each."""

from collections.abc import Sequence
from datetime import date

from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.services.views import ConcernRow


def concern_options(
    rows: Sequence[ConcernRow], today: date, *, whole: bool
) -> list[tuple[object, str]]:
    """Return reference and person of each; initials and age unless `whole` names are shown."""
    lines = [row.line for row in rows]
    return [
        (
            line.id,
            f"{line.reference} · "
            + person_words(
                line.person_name,
                line.person_kind,
                age_in_years(line.person_kind, line.born, today),
                whole=whole,
            ),
        )
        for line in lines
    ]
