"""News as an Atom document (RFC 4287): plain values in, bytes out."""

import re
from html import escape
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as xml

from pages._present.feed import Entry, News
from pages._words import feed as words

SPACE = "http://www.w3.org/2005/Atom"
MIMETYPE = "application/atom+xml"
# What XML 1.0 cannot hold, however it is escaped.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(
    news: News, *, product: str, self_href: str, page_href: str, key: str
) -> bytes:
    """The document; `key` names the place for good, and the ids rest on it.

    self_href, page_href: whole addresses of the feed and of the page that it is about.
    """
    xml.register_namespace("", SPACE)
    feed = xml.Element(f"{{{SPACE}}}feed")
    _text(feed, "id", _id(key, news.edition))
    _text(feed, "title", news.title)
    _text(feed, "subtitle", news.subtitle)
    _text(feed, "updated", news.updated)
    _text(_child(feed, "author"), "name", product)
    _child(feed, "link", rel="self", href=self_href, type=MIMETYPE)
    _child(feed, "link", rel="alternate", href=page_href, type="text/html")
    for each in news.entries:
        _entry(feed, each, news, page_href, key)
    found: bytes = xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return found


def _entry(
    feed: xml.Element, entry: Entry, news: News, page_href: str, key: str
) -> None:
    made = _child(feed, "entry")
    stamp = (key, news.edition, news.version, news.updated, entry.kind)
    _text(made, "id", _id(*stamp))
    _text(made, "title", entry.title)
    _text(made, "updated", news.updated)
    _child(made, "link", rel="alternate", href=page_href, type="text/html")
    content = _child(made, "content", type="html")
    content.text = _clean(_html(entry, news.name, page_href))


def _html(entry: Entry, name: str, href: str) -> str:
    said = "".join(f"<p>{escape(each)}</p>" for each in entry.says)
    items = "".join(f"<li>{escape(each)}</li>" for each in entry.lines)
    listed = f"<ul>{items}</ul>" if items else ""
    text = escape(words.ON_PAGE.format(county=name))
    return f'{said}{listed}<p><a href="{escape(href)}">{text}</a></p>'


def _id(*parts: str) -> str:
    """The same for the same release, wherever it is served from."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'countywise:' + ':'.join(parts))}"


def _child(above: xml.Element, name: str, **attributes: str) -> xml.Element:
    kept = {key: _clean(value) for key, value in attributes.items()}
    return xml.SubElement(above, f"{{{SPACE}}}{name}", kept)


def _text(above: xml.Element, name: str, text: str) -> None:
    _child(above, name).text = _clean(text)


def _clean(text: str) -> str:
    return FORBIDDEN.sub("", text)
