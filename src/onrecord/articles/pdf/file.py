"""A PDF opened: its pages one after another, and everything closed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from onrecord.errors import BrokenInput, EncryptedInput


@contextmanager
def opened_pdf(data: bytes, name: str) -> Iterator[Any]:
    """The document of pdfium; one that is encrypted for printing only opens without a password.

    Raises:
        EncryptedInput: it opens only with a password.
        BrokenInput: pdfium cannot make sense of it.
    """
    import pypdfium2 as pdfium  # noqa: PLC0415
    from pypdfium2 import raw  # noqa: PLC0415

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EncryptedInput(
                f"{name} opens only with a password; open it in a PDF reader, print it to a "
                "new PDF without one, and add that"
            ) from error
        raise BrokenInput(
            f"{name} is damaged: no pages can be found in it; save or download it again"
        ) from error
    try:
        yield document
    finally:
        document.close()
