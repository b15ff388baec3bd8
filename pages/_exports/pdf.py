"""The hand-out as a tagged PDF, where the libraries that write one are there."""

from typing import Any

from metrics.errors import CountywiseError
from pages._words import exports as words

TAGGED = "pdf/ua-1"


class NoPdf(CountywiseError):
    """This server cannot write PDF; everything else works."""


def pdf(page: str) -> bytes:
    """The page as PDF/UA. Raises NoPdf. Nothing outside the page is ever asked for."""
    html, fetcher = _library()
    made: bytes = html(string=page, url_fetcher=fetcher).write_pdf(pdf_variant=TAGGED)
    return made


def _library() -> tuple[Any, Any]:
    """Asked for when it is needed: it takes a second, and system libraries."""
    try:
        from weasyprint import HTML, default_url_fetcher
    except (ImportError, OSError) as problem:
        raise NoPdf(words.NO_PDF) from problem

    def only_inside(address: str, *more: Any, **named: Any) -> Any:
        if not address.startswith("data:"):
            raise ValueError(f"a hand-out asks for nothing outside itself: {address}")
        return default_url_fetcher(address, *more, **named)

    return HTML, only_inside
