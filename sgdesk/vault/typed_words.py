"""Words typed from a recovery sheet: read kindly, and each mistake told apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.text import _

if TYPE_CHECKING:
    from shamir_mnemonic.share import Share

WORDS_ON_A_SHEET = 33
_LETTERS_THAT_NAME_A_WORD = 4
_AROUND_A_WORD = "0123456789.,:;()-–"


def read_words(typed: str, field: str) -> list[str]:
    """Return the listed words behind what was typed: any case, numbered or not, first four letters.

    Raises UserError for a word that is not in the list, or too few or too many words.
    """
    tokens = [token.strip(_AROUND_A_WORD) for token in typed.casefold().split()]
    words = [
        _listed_word(token, position, field)
        for position, token in enumerate(filter(None, tokens), start=1)
    ]
    if len(words) != WORDS_ON_A_SHEET:
        raise _wrong_count(len(words), field)
    return words


def share_of(words: Sequence[str]) -> "Share | None":
    """Return the share these words spell, or None when their checksum is wrong."""
    from shamir_mnemonic import MnemonicError
    from shamir_mnemonic.share import Share

    try:
        return Share.from_mnemonic(" ".join(words))
    except MnemonicError:
        return None


def exchanged(words: Sequence[str], position: int) -> list[str]:
    """Exchange the words at this position, counted from 1, and the next."""
    before, after = position - 1, position + 1
    return [*words[:before], *reversed(words[before:after]), *words[after:]]


def misfit(words: Sequence[str], identifier: int, field: str) -> UserError:
    """Return why listed words spell no share: two neighbours exchanged, or another word."""
    for position in range(1, len(words)):
        share = share_of(exchanged(words, position))
        if share is not None and share.identifier == identifier:
            return swapped(position, field)
    return UserError(
        _(
            "Every word is on the list, but they do not fit together. Compare them one by one "
            "with the paper; at least one is another word."
        ),
        field=field,
    )


def swapped(position: int, field: str) -> UserError:
    """Return the refusal of a sheet whose words here and next, counted from 1, were exchanged."""
    return UserError(
        _("Words {first} and {second} have changed places. Exchange them.").format(
            first=position, second=position + 1
        ),
        field=field,
    )


def foreign(field: str) -> UserError:
    """Return the refusal of a sheet that belongs to another store, or to older sheets."""
    return UserError(
        _(
            "This sheet is complete, but it is not one of this store's: it belongs to another "
            "practice, or newer sheets have replaced it. Fetch the right sheet."
        ),
        field=field,
    )


def _listed_word(token: str, position: int, field: str) -> str:
    from shamir_mnemonic.wordlist import WORDLIST

    for word in WORDLIST:
        if token == word or (len(token) >= _LETTERS_THAT_NAME_A_WORD and word.startswith(token)):
            return str(word)
    raise UserError(
        _(
            "Word {position} is not one of the words used on recovery sheets. Look at it again "
            "on the paper; its first four letters are enough."
        ).format(position=position),
        field=field,
    )


def _wrong_count(found: int, field: str) -> UserError:
    too_few = _(
        "A sheet has {count} words and {found} are typed here. Find the one that was left out."
    )
    too_many = _("A sheet has {count} words and {found} are typed here. Find the one typed twice.")
    chosen = too_few if found < WORDS_ON_A_SHEET else too_many
    return UserError(chosen.format(count=WORDS_ON_A_SHEET, found=found), field=field)
