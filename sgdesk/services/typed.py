"""Typed text on its way to the store: kept as it is, but for what no file can hold."""

from typing import TypeVar, cast

import msgspec

ValueT = TypeVar("ValueT")
_encoder = msgspec.json.Encoder()


def storable(value: ValueT) -> ValueT:
    """Return the value itself, or a copy with the sign for an unreadable character in place of
    each half of a character, which a paste can bring and no file can hold."""
    try:
        _encoder.encode(value)
    except UnicodeEncodeError:
        return cast(ValueT, _mended(value))
    return value


def _mended(value: object) -> object:
    match value:
        case str() if type(value) is str:
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case msgspec.Struct():
            fields = {name: _mended(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **fields)
        case tuple():
            return tuple(_mended(item) for item in value)
        case list():
            return [_mended(item) for item in value]
        case dict():
            return {_mended(key): _mended(item) for key, item in value.items()}
        case _:
            return value
