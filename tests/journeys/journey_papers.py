"""What can be read in a paper, by whatever means."""

import subprocess


def text_of(pdf):
    """Return the words of a PDF as they stand on the page, in one line."""
    return " ".join(_run("pdftotext", "-layout", "-", "-", given=pdf).split())


def readable_in(pdf, folder):
    """Return everything that can be read in a PDF: words, objects unpacked, metadata, bytes."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    plain = _run("qpdf", "--qdf", "--object-streams=disable", path, "-")
    read = [text_of(pdf), plain, _run("pdfinfo", path), pdf.decode("latin-1")]
    path.unlink()
    return read


def revisions_of(pdf):
    """Return how often a PDF was written to; more than once, and an earlier state is in it."""
    return pdf.count(b"startxref")


def absent(phrases, text):
    """Return which of these phrases cannot be read in a text, whatever their capitals."""
    return [phrase for phrase in phrases if phrase.casefold() not in text.casefold()]


def present(phrases, texts):
    """Return which of these phrases can be read in any of the texts, whatever their capitals."""
    return [one for one in phrases if any(one.casefold() in text.casefold() for text in texts)]


def _run(*command, given=b""):
    done = subprocess.run([str(one) for one in command], input=given, capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode("utf-8", errors="replace")
