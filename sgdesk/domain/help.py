"""One page of help, as written."""

import msgspec


class HelpText(msgspec.Struct, frozen=True):
    """`id` is what F1 asks for; `markdown` starts with the title as its first heading."""

    id: str
    title: str
    markdown: str
