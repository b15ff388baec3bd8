"""A feed for each county, of what a new release changed."""

from flask import Flask, Response, current_app, request

from metrics.earlier import Earlier
from metrics.errors import CountywiseError, WarehouseUnavailable
from pages import _wiring
from pages._atom import MIMETYPE, atom
from pages._cache import remembered
from pages._present.feed import News, feed_href, news
from pages._words import feed as words

PRODUCT = "Countywise"


def install(server: Flask, *, prefix: str) -> None:
    """Serve <prefix>feed/<state>/<county>.atom from the edition that is served."""
    door = server.extensions["outcomes"]
    server.extensions["earlier"] = Earlier.open(door.root, edition=door.edition)

    @server.get(f"{prefix}feed/<state>/<county>.atom")
    def feed(state: str, county: str) -> Response:
        try:
            return _feed(state, county)
        except WarehouseUnavailable as problem:
            return _refused(str(problem), 503)
        except CountywiseError:
            return _refused(words.UNKNOWN, 404)


def _feed(state: str, county: str) -> Response:
    if state not in current_app.extensions["outcomes"].states():
        return _refused(words.UNKNOWN, 404)
    host = request.host_url.rstrip("/")
    made = atom(
        _news(state, county),
        product=PRODUCT,
        self_href=host + feed_href(state, county),
        page_href=host + _wiring.href(f"county/{county}"),
        key=f"{state}:{county}",
    )
    response = Response(made, content_type=f"{MIMETYPE}; charset=utf-8")
    response.add_etag()
    return response.make_conditional(request)


@remembered
def _news(state: str, county: str) -> News:
    return news(state, county)


def _refused(says: str, status: int) -> Response:
    return Response(f"{says}\n", status=status, mimetype="text/plain")
