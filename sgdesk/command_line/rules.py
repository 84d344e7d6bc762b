"""`sgdesk rules`: the rules for deadlines and wording, asked line by line without records."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.command_line.arguments import parser_for
from sgdesk.command_line.speech import DONE, say_bytes
from sgdesk.domain.answers import Nation
from sgdesk.domain.bounds import TEXT
from sgdesk.domain.deadlines import due, unknown_rule
from sgdesk.domain.wording import Flag, check
from sgdesk.errors import UserError
from sgdesk.library.guidance import every_rule, guidance_for
from sgdesk.library.wording import wording_rules
from sgdesk.text import _

_LONGEST_LINE = 1_000 * TEXT


class DueQuestion(msgspec.Struct, frozen=True):
    """A rule that was set off, where and when. `hours` is what a local procedure says instead."""

    rule: Annotated[str, Meta(max_length=200)]
    at: datetime
    nation: Nation
    hours: int | None = None


class WordingQuestion(msgspec.Struct, frozen=True):
    """A text to be read."""

    text: str


class DueReply(msgspec.Struct, frozen=True):
    """When it is due, in UTC, or null; which text says so; how it was worked out."""

    due: datetime | None
    source: str
    why: str


class FlagReply(msgspec.Struct, frozen=True):
    """A marked phrase: its kind, its place in code points (the end is not part of it), and why.

    `why` also says what to write instead.
    """

    type: int
    start: int
    end: int
    why: str


class WordingReply(msgspec.Struct, frozen=True):
    """The marked phrases of one text."""

    flags: tuple[FlagReply, ...]


def run(given: Sequence[str]) -> int:
    """Answer each line of standard input with one line."""
    parser = parser_for(
        "rules",
        _(
            'Read JSON lines and answer each with one. due: {"rule", "at", "nation", "hours"};'
            ' wording: {"text"}.'
        ),
    )
    parser.add_argument("which", choices=("due", "wording"))
    parser.add_argument(
        "--batch", action="store_true", required=True, help=_("read lines from standard input")
    )
    which = parser.parse_args(given).which
    answers = _answers(_due_answers() if which == "due" else _wording_answers())
    for answer in answers:
        say_bytes(answer + b"\n")
    return DONE


def _answers(answer: Callable[[bytes], msgspec.Struct]) -> Iterator[bytes]:
    encoder = msgspec.json.Encoder()
    lines = iter(lambda: sys.stdin.buffer.readline(_LONGEST_LINE), b"")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield encoder.encode(answer(line))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise UserError(
                _("Line {number} is not a question of this kind.").format(number=number)
            ) from error


def _due_answers() -> Callable[[bytes], DueReply]:
    decode = msgspec.json.Decoder(DueQuestion).decode

    def answer(line: bytes) -> DueReply:
        question = decode(line)
        own = guidance_for(question.nation).rule(question.rule)
        rule = own or every_rule().get(question.rule)
        at = question.at if question.at.tzinfo else question.at.replace(tzinfo=UTC)
        found = (
            unknown_rule(question.rule)
            if rule is None
            else due(rule, at, question.nation, question.hours)
        )
        return DueReply(found.due, found.source, found.why)

    return answer


def _wording_answers() -> Callable[[bytes], WordingReply]:
    decode = msgspec.json.Decoder(WordingQuestion).decode
    rules = wording_rules()

    def answer(line: bytes) -> WordingReply:
        found = check(decode(line).text, rules)
        return WordingReply(tuple(_flag_reply(flag) for flag in found))

    return answer


def _flag_reply(flag: Flag) -> FlagReply:
    return FlagReply(flag.type, flag.start, flag.end, f"{flag.why} {flag.instead}")
