"""The rows that are being brought in: where they are from, and what is left to be put right."""

from sgdesk.domain.importing.sources import RowsTold
from sgdesk.domain.importing.splitting import Cut
from sgdesk.domain.importing.values import TakenAs

# A box that is filled with more than this would stall the window.
MOST_IN_BOX = 30_000


class RowsInHand:
    """What is known of the rows in the box, or of the rows of a file that is too long for it.

    `file` is the name of the file that was chosen, or "".
    """

    def __init__(self, file: str = "") -> None:
        self.file = file
        self._outside = self._put = self._before = ""
        self._left, self._rest = Cut(), Cut()
        self._settled: tuple[TakenAs, ...] = ()

    @property
    def is_outside(self) -> bool:
        """Whether the rows are those of a file that is too long for the box."""
        return bool(self._outside)

    def hold(self, text: str) -> str:
        """Go on with these rows; return what stands in the box now."""
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self._outside = plain if len(plain) > MOST_IN_BOX else ""
        self._put = "" if self._outside else plain.replace("\xa0", " ").replace("\0", "")
        return self._put

    def hold_box(self) -> None:
        """Go on with what is written into the box."""
        self._outside = ""

    def replace(self) -> None:
        """Go on with other rows: all that was in the box went, and nothing here is of them."""
        self._outside = self._put = ""

    def text(self, box: str) -> str:
        """Return the rows."""
        return self._outside or box

    def is_typed(self, box: str) -> bool:
        """Say whether somebody wrote or pasted what is in the box."""
        return bool(box.strip()) and box != self._put

    def is_of_file(self, box: str) -> bool:
        """Say whether the rows are of the file, some of them perhaps put right."""
        return bool(self.file) and self._is_known(box)

    def told(self, box: str) -> RowsTold:
        """Return what is told of the rows by where they came from."""
        known = self._is_known(box)
        return RowsTold(
            file=self.file if known else "",
            put_right=known and bool(self._left.rows),
            settled=self._settled if known else (),
        )

    def keep_left(self, box: str, left: Cut, rest: Cut, settled: tuple[TakenAs, ...]) -> str:
        """Go on with the rows that are left when the rest was taken in, their columns read as
        before; return what stands in the box now."""
        if not self._is_known(box):
            self.file = ""
        self._before, self._left, self._rest = self.text(box), left, rest
        self._settled = settled
        return self.hold(left.text)

    def with_the_rest(self, box: str) -> str | None:
        """Go on with the rows that were taken in and are out again; return what stands in the box
        now, or None if it stays."""
        rest, self._rest = self._rest, Cut()
        if not rest.rows:
            return None
        if not self.is_typed(box):
            self._left, self._settled = Cut(), ()
            return self.hold(self._before)
        if not box.startswith(self._left.head):
            return None  # by now the box holds other rows
        return "\n".join((box.rstrip("\n"), rest.rows))

    def _is_known(self, box: str) -> bool:
        """Say whether a line of what the program put into the box is still there."""
        lines = {line for line in self._put.split("\n") if line.strip()}
        return bool(self._outside) or not lines.isdisjoint(box.split("\n"))
