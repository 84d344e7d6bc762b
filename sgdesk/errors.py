"""The two kinds of failure a person is told about; anything else is a bug."""


class UserError(Exception):
    """Something the person can put right where they typed it. The text says what to do."""

    def __init__(self, text: str, field: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.field = field


class SituationError(Exception):
    """Something about the machine, a file or a device. The text says what happened to the words
    and what to do next."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text
