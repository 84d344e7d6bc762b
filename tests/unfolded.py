"""All bytes that a file holds, those that are folded in it as well."""

from io import BytesIO

import pikepdf


def everything_in(content):
    """Return the bytes of a file, and of everything that is folded in it."""
    out = bytearray(content)
    if content.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(content)) as document:
            for one in document.objects:
                out += repr(one).encode()
                if isinstance(one, pikepdf.Stream):
                    out += one.read_raw_bytes()
                    if "/DCTDecode" not in str(one.stream_dict.get("/Filter", "")):
                        out += one.read_bytes()
    return bytes(out)
