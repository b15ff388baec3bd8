"""The hand-out as a tagged PDF, where the libraries that write one are there."""

from functools import lru_cache
from importlib import import_module
from typing import Any

from metrics.errors import CountywiseError
from pages._words import exports as words

TAGGED = "pdf/ua-1"


class NoPdf(CountywiseError):
    """This server cannot write PDF; everything else works."""


@lru_cache(maxsize=16)
def pdf(page: str) -> bytes:
    """The page as PDF/UA. Raises NoPdf. Nothing outside the page is ever asked for.

    It takes two seconds, and a panel fetches one hand-out many times. The page itself
    is the key: selection, edition, release and day are all written on it.
    """
    weasyprint = library()
    from weasyprint.text.fonts import FontConfiguration

    whole = weasyprint.HTML(string=page, url_fetcher=only_inside())
    made: bytes = whole.write_pdf(
        pdf_variant=TAGGED, font_config=FontConfiguration()
    )
    return made


def library() -> Any:
    """Asked for when it is needed: it takes a second, and system libraries.

    Raises NoPdf where they are missing.
    """
    try:
        return import_module("weasyprint")
    except (ImportError, OSError) as problem:
        raise NoPdf(words.NO_PDF) from problem


def only_inside() -> Any:
    """What fetches the pictures of a page, which all stand inside it."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=("data",))
