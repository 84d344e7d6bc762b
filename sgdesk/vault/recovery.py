"""The recovery sheets: a secret as words on paper, and words on paper as a secret."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sgdesk.errors import UserError
from sgdesk.text import _
from sgdesk.vault import typed_words

if TYPE_CHECKING:
    from shamir_mnemonic.share import Share


class Sheet(msgspec.Struct, frozen=True):
    """What is printed on one sheet; number counts from 1."""

    words: tuple[str, ...]
    identifier: int
    number: int

    def __repr__(self) -> str:
        return f"Sheet(number={self.number})"


def new_sheets(secret: bytes, threshold: int, shares: int) -> list[Sheet]:
    """Return so many sheets, of which so few as the threshold give back the 32-byte secret."""
    from shamir_mnemonic import generate_mnemonics
    from shamir_mnemonic.share import Share

    (mnemonics,) = generate_mnemonics(1, [(threshold, shares)], secret)
    made = [Share.from_mnemonic(mnemonic) for mnemonic in mnemonics]
    return [
        Sheet(words=tuple(share.words()), identifier=share.identifier, number=share.index + 1)
        for share in made
    ]


def secret_from(typed_sheets: Sequence[str], identifier: int, threshold: int) -> bytes:
    """Return the secret on these sheets.

    Raises UserError, its field "sheet_1" and so on, when something must be typed again.
    """
    filled = [
        (number, typed) for number, typed in enumerate(typed_sheets, start=1) if typed.strip()
    ]
    shares = {}
    for number, typed in filled:
        share = _own_share(typed, identifier, threshold, field=f"sheet_{number}")
        shares[share.index] = share
    _refuse_too_few(len(shares), len(filled), threshold)
    secret = _combined(list(shares.values())[:threshold])
    if secret is None:
        raise UserError(
            _("These sheets do not belong together. Use sheets that were printed together."),
            field="sheet_1",
        )
    return secret


def check_typed_back(sheet_words: Sequence[str], typed: str) -> None:
    """Raise UserError unless what was typed is what the sheet says."""
    words = typed_words.read_words(typed, field="sheet_1")
    for position, (printed, found) in enumerate(zip(sheet_words, words, strict=True), start=1):
        if printed == found:
            continue
        if typed_words.exchanged(words, position) == list(sheet_words):
            raise typed_words.swapped(position, field="sheet_1")
        _refuse_another_sheet(sheet_words, words)
        raise UserError(
            _("Word {position} is not the word on the sheet. Compare it with the paper.").format(
                position=position
            ),
            field="sheet_1",
        )


def _own_share(typed: str, identifier: int, threshold: int, field: str) -> "Share":
    words = typed_words.read_words(typed, field)
    share = typed_words.share_of(words)
    if share is None:
        raise typed_words.misfit(words, identifier, field)
    ours = (share.identifier, share.member_threshold, share.group_count)
    if ours != (identifier, threshold, 1):
        raise typed_words.foreign(field)
    return share


def _combined(shares: Sequence["Share"]) -> bytes | None:
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    try:
        return bytes(combine_mnemonics([share.mnemonic() for share in shares]))
    except MnemonicError:
        return None


def _refuse_another_sheet(sheet_words: Sequence[str], words: Sequence[str]) -> None:
    typed, printed = typed_words.share_of(words), typed_words.share_of(sheet_words)
    if typed is None or printed is None:
        return
    if typed.identifier != printed.identifier:
        raise typed_words.foreign(field="sheet_1")
    raise UserError(
        _("This is sheet {typed}. Type the words of sheet {wanted}.").format(
            typed=typed.index + 1, wanted=printed.index + 1
        ),
        field="sheet_1",
    )


def _refuse_too_few(different: int, filled: int, threshold: int) -> None:
    if different >= threshold:
        return
    if different < filled:
        sentence = _("The same sheet was typed twice. Type {count} different sheets.")
    elif threshold == 1:
        sentence = _("Type the words of the recovery sheet.")
    else:
        sentence = _("Type the words of {count} sheets; {filled} are here so far.")
    raise UserError(sentence.format(count=threshold, filled=filled), field=f"sheet_{different + 1}")
