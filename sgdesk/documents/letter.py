"""A letter to an agency: which case, what happened, what is asked, by when."""

from sgdesk.documents.blocks import (
    Block,
    BoxedLines,
    Document,
    Heading,
    Pair,
    Paragraph,
    SignatureLines,
    TickLines,
    Title,
)
from sgdesk.documents.parts import paper
from sgdesk.domain.letters import LETTER_WORDS, Letter, LetterKind
from sgdesk.domain.practice import ROLE_WORDS
from sgdesk.text import _, read_full_date, to_london


def document(letter: Letter) -> Document:
    """Return the letter. Nothing in its head names a person."""
    title = _("Our referral: please answer")
    if letter.kind is not LetterKind.CHASE:
        title = _("Our referral: we do not agree")
    sender = letter.sender
    name = ", ".join(part for part in (sender.name, sender.profession, sender.registration) if part)
    day = read_full_date(to_london(letter.imprint.made_at).date())
    blocks: list[Block] = [
        Title(title, _subtitle(letter)),
        BoxedLines(
            (
                (Pair(_("To"), "\n".join(letter.to)), Pair(_("Date"), day)),
                tuple(Pair(label, text) for label, text in letter.about),
            )
        ),
        *(Paragraph(text) for text in letter.paragraphs),
        Heading("", _("We ask you to")),
        TickLines(letter.asks),
        Paragraph(f"{name}\n{_from_where(letter)}"),
        SignatureLines((_("Signature"),)),
        *(Paragraph(source, quiet=True) for source in letter.sources),
    ]  # fmt: skip
    return paper(title, letter.imprint, letter.practice, blocks, demonstration=letter.demonstration)


def _from_where(letter: Letter) -> str:
    told = _("{role}, {practice}, {phone}").format(
        role=_(ROLE_WORDS[letter.sender.role]), practice=letter.practice.name,
        phone=letter.sender.phone or letter.practice.phone,
    )  # fmt: skip
    return told[:1].upper() + told[1:]


def _subtitle(letter: Letter) -> str:
    if not letter.stage.strip():
        return _(LETTER_WORDS[letter.kind])
    return _("Disagreement: {stage}").format(stage=letter.stage.strip())
