"""`sgdesk rules`: the rules for deadlines and wording, asked line by line without records.

Every line is answered by one line, in order; a line that is no question is answered with what a
question holds, and the command ends with the code for a problem and says how many there were.
"""

import codecs
import sys
from collections.abc import Callable, Iterator, Sequence

import msgspec

from sgdesk.command_line.arguments import parser_for
from sgdesk.command_line.rules_due import DueReply, due_reply
from sgdesk.command_line.speech import DONE, complain, say_bytes
from sgdesk.domain.bounds import TEXT
from sgdesk.domain.wording import Flag, check
from sgdesk.library.wording import wording_rules
from sgdesk.text import _

_LONGEST_LINE = 1_000 * TEXT


class WordingQuestion(msgspec.Struct, frozen=True):
    """A text to be read."""

    text: str


class FlagReply(msgspec.Struct, frozen=True):
    """A marked phrase: its kind, its place in code points (the end is not part of it), and why.

    `why` also says what to write instead, and whether to check that locally.
    """

    type: int
    start: int
    end: int
    why: str


class WordingReply(msgspec.Struct, frozen=True, omit_defaults=True):
    """The marked phrases of one text; `error` only where there was no text to read."""

    flags: tuple[FlagReply, ...]
    error: str = ""


class _Answers:
    """Answers lines, and counts those that were no question, with the first of them."""

    def __init__(
        self, answer: Callable[[bytes], msgspec.Struct], refuse: Callable[[], msgspec.Struct]
    ) -> None:
        self._answer, self._refuse = answer, refuse
        self._encode = msgspec.json.Encoder().encode
        self.lines = self.refused = self.first_refused = 0

    def to(self, line: bytes) -> bytes:
        """Return the answer to one line."""
        self.lines += 1
        if len(line) < _LONGEST_LINE:
            try:
                return self._encode(self._answer(line))
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                pass
        self.refused += 1
        self.first_refused = self.first_refused or self.lines
        return self._encode(self._refuse())


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
    is_due = parser.parse_args(given).which == "due"
    answers = _Answers(due_reply, _no_due) if is_due else _Answers(_wording_reply(), _no_text)
    for line in _lines():
        say_bytes(answers.to(line) + b"\n")
    return complain(_what_was_refused(answers)) if answers.refused else DONE


def _what_was_refused(answers: _Answers) -> str:
    if answers.refused == 1:
        return _("Line {line} is not a question: its answer says what to write.").format(
            line=answers.first_refused
        )
    return _(
        "{count} of {lines} lines are not questions: their answers say what to write; the first is"
        " line {line}."
    ).format(count=answers.refused, lines=answers.lines, line=answers.first_refused)


def _lines() -> Iterator[bytes]:
    """Yield the lines of standard input as they come, without the mark some editors begin with."""
    mark = codecs.BOM_UTF8
    while line := sys.stdin.buffer.readline(_LONGEST_LINE):
        rest = line
        while len(rest) == _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(_LONGEST_LINE)
        yield line.removeprefix(mark)
        mark = b""


def _wording_reply() -> Callable[[bytes], WordingReply]:
    decode = msgspec.json.Decoder(WordingQuestion).decode
    rules = wording_rules()

    def answer(line: bytes) -> WordingReply:
        found = check(decode(line).text, rules)
        return WordingReply(tuple(_flag_reply(flag) for flag in found))

    return answer


def _flag_reply(flag: Flag) -> FlagReply:
    return FlagReply(flag.type, flag.start, flag.end, flag.reason)


def _no_text() -> WordingReply:
    return WordingReply(
        (), _("This line is not a question: write one JSON object with “text” in UTF-8.")
    )


def _no_due() -> DueReply:
    return DueReply(
        None,
        "",
        _("This line is not a question: write one JSON object with rule, at, nation and hours."),
    )
