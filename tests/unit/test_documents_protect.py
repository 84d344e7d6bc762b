"""A password on a saved paper."""

from io import BytesIO

import pikepdf
import pytest
from documents_samples import simple

from sgdesk.documents.blocks import Paragraph
from sgdesk.documents.pages import render
from sgdesk.documents.protect import protect
from sgdesk.errors import UserError

PASSWORD = "weir and willow"


def test_a_protected_paper_opens_with_its_password_only() -> None:
    protected = protect(render(simple(Paragraph("Mia Thornton"))), PASSWORD)

    with pikepdf.open(BytesIO(protected), password=PASSWORD) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(protected))


def test_a_protected_paper_gives_nothing_away() -> None:
    protected = protect(render(simple(Paragraph("x"), practice="Riverside")), PASSWORD)

    assert b"Riverside" not in protected
    assert b"SG-2026-0031" not in protected


def test_a_short_password_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        protect(render(simple(Paragraph("x"))), "short")

    assert refused.value.field == "password"
