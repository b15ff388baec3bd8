"""The feed of a county: valid Atom, bound to the release, silent about the hidden."""

import re
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from werkzeug.test import Client

from app import Settings, create_app
from pages._atom import atom
from pages._present.feed import Entry, News
from pages._words import feed as said
from tests.editions import Counts, put_version
from tests.pages.calls import Dashboard, components

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
COUNTY = "37001"
PEOPLE = ("37001", "all", "population.child_years", "sfy2022")
ENTERED = ("37001", "all", "entered.children", "sfy2022")


def feed_of(board: Dashboard, path: str = f"feed/nc/{COUNTY}.atom") -> xml.Element:
    answer = board.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/atom+xml"
    return xml.fromstring(answer.data)


def text(within: xml.Element, name: str) -> str:
    found = within.find(ATOM + name)
    assert found is not None, name
    return found.text or ""


def contents(feed: xml.Element) -> list[str]:
    return [text(entry, "content") for entry in feed.findall(f"{ATOM}entry")]


def links(within: xml.Element) -> dict[str, str]:
    return {e.attrib["rel"]: e.attrib["href"] for e in within.findall(f"{ATOM}link")}


def check(feed: xml.Element) -> None:
    """What RFC 4287 asks of a feed and its entries."""
    ids = [text(feed, "id")]
    assert STAMP.fullmatch(text(feed, "updated"))
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    for entry in feed.findall(f"{ATOM}entry"):
        ids.append(text(entry, "id"))
        assert text(entry, "title")
        assert STAMP.fullmatch(text(entry, "updated"))
        assert links(entry)["alternate"].startswith("http")
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in ids)


# ---- the demonstration: a first release --------------------------------------------


@pytest.mark.parametrize("edition", ["staff", "public"])
def test_the_first_release_says_what_it_holds(
    edition: str, request: pytest.FixtureRequest
) -> None:
    board: Dashboard = request.getfixturevalue(edition)
    feed = feed_of(board, "feed/nc/37063.atom")
    check(feed)
    (content,) = contents(feed)
    assert said.FIRST in content
    assert "state fiscal year" in content
    own = f"http://127.0.0.1{board.prefix}"
    assert links(feed) == {
        "self": f"{own}feed/nc/37063.atom", "alternate": f"{own}county/37063",
    }  # fmt: skip
    assert dict(said.POLICY)[edition] in text(feed, "subtitle")


def test_a_feed_is_not_sent_again_unchanged(public: Dashboard) -> None:
    first = public.get("feed/nc/37063.atom")
    again = public.get("feed/nc/37063.atom", **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert first.data == public.get("feed/nc/37063.atom").data


@pytest.mark.parametrize(
    "path",
    [
        "feed/nc/99999.atom", "feed/zz/37063.atom", "feed/nc/region:1.atom",
        "feed/nc/nc.atom", "feed/NC/37063.atom", "feed/nc/37063'.atom",
        "feed/..%2f/37063.atom", "feed/nc/.atom", "feed/nc/<script>.atom",
        f"feed/nc/{'x' * 5000}.atom",
    ],
)  # fmt: skip
def test_what_is_no_county_has_no_feed(public: Dashboard, path: str) -> None:
    answer = public.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_the_county_and_its_briefing_lead_to_the_feed(public: Dashboard) -> None:
    for path in ("/county/37063", "/briefing/37063"):
        hrefs = [e["props"].get("href") for e in components(public.page(path))]
        assert "/public/feed/nc/37063.atom" in hrefs


# ---- by hand: what a release changed -------------------------------------------------


def served(root: Path, edition: str) -> Dashboard:
    app = create_app(Settings(var=str(root), edition=edition))
    return Dashboard(client=Client(app.server))


def release(root: Path, entered: int, **notes: str) -> None:
    counts: Counts = {PEOPLE: 40_000, ENTERED: entered}
    put_version(root / "warehouse", counts, **notes)


def test_a_revision_is_told_with_both_counts(tmp_path: Path) -> None:
    release(tmp_path, 100)
    release(tmp_path, 112)
    feed = feed_of(served(tmp_path, "public"))
    check(feed)
    whole = " ".join(contents(feed))
    assert "112 of 40,000" in whole
    assert "before" in whole
    assert "100 of 40,000" in whole
    assert said.FIRST not in whole


def test_a_release_with_the_same_figures_revised_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        release(tmp_path, 100)
    (content,) = contents(feed_of(served(tmp_path, "public")))
    assert "was revised" in content


@pytest.mark.parametrize(("before", "now"), [(7, 100), (100, 7), (7, 8), (3, 9)])
def test_a_hidden_count_is_not_mentioned_in_a_public_feed(
    tmp_path: Path, before: int, now: int
) -> None:
    """Neither the count nor that it changed: the text is that of no change."""
    release(tmp_path, before)
    release(tmp_path, now)
    feed = feed_of(served(tmp_path, "public"))
    assert len(contents(feed)) == 1
    assert "was revised" in contents(feed)[0]
    assert " of 40,000" not in contents(feed)[0]
    staff = " ".join(contents(feed_of(served(tmp_path, "staff"))))
    assert f"{now} of 40,000" in staff


def test_a_public_feed_of_real_data_needs_audits(tmp_path: Path) -> None:
    release(tmp_path, 100, demo="false")
    release(tmp_path, 112, demo="false")
    (content,) = contents(feed_of(served(tmp_path, "public")))
    assert said.NOT_AUDITED in content
    assert "100 of" not in content
    assert len(contents(feed_of(served(tmp_path, "staff")))) == 2


def test_a_release_of_other_definitions_is_not_compared(tmp_path: Path) -> None:
    release(tmp_path, 100, definitions_hash="another")
    release(tmp_path, 112)
    (content,) = contents(feed_of(served(tmp_path, "public")))
    assert said.OTHER in content


def test_ids_and_dates_are_those_of_the_release(tmp_path: Path) -> None:
    release(tmp_path, 100, built="2024-07-01T08:00:00+00:00")
    first = feed_of(served(tmp_path, "public"))
    assert text(first, "updated") == "2024-07-01T08:00:00+00:00"
    same = feed_of(served(tmp_path, "public"))
    assert xml.tostring(first) == xml.tostring(same)
    release(tmp_path, 112, built="2025-07-01T08:00:00+00:00")
    second = feed_of(served(tmp_path, "public"))
    assert text(second, "id") == text(first, "id")
    assert text(second, "updated") == "2025-07-01T08:00:00+00:00"
    ids = [text(e, "id") for f in (first, second) for e in f.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)


def test_markup_and_control_characters_in_names_stay_words() -> None:
    news = News(
        name="<b>A & B</b>", title="<i>\x00T</i>", subtitle="S", edition="public",
        version="1", updated="2024-07-01T00:00:00+00:00",
        entries=(Entry(kind="k", title="t\x0b", says=("<script>x</script>",)),),
    )  # fmt: skip
    href = "http://x/&y"
    made = atom(news, product="P", self_href=href, page_href=href, key="")
    feed = xml.fromstring(made)
    assert text(feed, "title") == "<i>T</i>"
    assert "&lt;script&gt;x&lt;/script&gt;" in contents(feed)[0]
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in contents(feed)[0]


# ---- the demonstration: a second release, and everything hidden in it ---------------


@pytest.fixture(scope="module")
def second(demo_var: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration twice, as if made again without a change."""
    var = tmp_path_factory.mktemp("second")
    here = demo_var / "warehouse" / "nc" / "versions"
    version = sorted(here.glob("[0-9]*"))[-1]
    there = var / "warehouse" / "nc"
    (there / "versions").mkdir(parents=True)
    for name in ("000001", "000002"):
        (there / "versions" / name).symlink_to(version)
    (there / "CURRENT").symlink_to("versions/000002")
    return var


def test_no_hidden_count_of_any_county_is_in_its_feed(second: Path) -> None:
    board = served(second, "public")
    for county in ("37177", "37063", "37095"):
        whole = " ".join(contents(feed_of(board, f"feed/nc/{county}.atom")))
        assert "was revised" in whole
        assert not re.search(r"\d of \d", whole)
