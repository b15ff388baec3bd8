"""Headers, files, editions: what every answer has and what none may have."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from app import Settings, SettingsError, create_app
from tests.pages.calls import FRAME, Dashboard, words

FONT = "vendor/files/public-sans-latin-wght-normal.woff2"
FILES = ("vendor/bootstrap.min.css", "vendor/plotly.min.js", FONT)


def test_every_page_and_file_carries_the_policy_and_no_cookie(
    staff: Dashboard,
) -> None:
    for path in ("/", "/nothing", "assets/favicon.svg", "download/entry-rate.csv"):
        headers = staff.get(path).headers
        assert "script-src 'self' 'sha256-" in headers["Content-Security-Policy"]
        assert "unsafe-eval" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert "fullscreen=(self)" in headers["Permissions-Policy"]
        assert "Set-Cookie" not in headers


def test_a_part_of_a_page_carries_no_policy_of_pages(staff: Dashboard) -> None:
    """Sixty parts make a page, and the policies are nearly a kilobyte."""
    for path in (*FILES, "health", "_dash-layout", "assets/a11y.js"):
        headers = staff.get(path).headers
        assert "Content-Security-Policy" not in headers, path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in headers


def test_only_what_pages_need_is_in_them(staff: Dashboard) -> None:
    text = staff.get("/").text
    assert "/dash_table/" not in text
    assert ":[]" not in text


def test_no_page_tells_versions_or_names_another_host(staff: Dashboard) -> None:
    text = staff.get("/").text
    assert "python_version" not in text
    assert "dash_version" not in text
    assert "http://" not in text.replace("http://www.w3.org", "")
    assert "https://" not in text


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_packed_named_and_not_sent_twice(staff: Dashboard, name: str) -> None:
    first = staff.get(f"{name}?v=1", **{"Accept-Encoding": "br"})
    assert first.status_code == 200
    assert "immutable" in first.headers["Cache-Control"]
    assert first.headers.get("Content-Encoding") == (None if "woff2" in name else "br")
    again = staff.get(
        name, **{"Accept-Encoding": "br", "If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304
    assert not again.data


def test_a_file_that_was_not_listed_is_not_served(staff: Dashboard) -> None:
    for name in ("../package.json", "axe-core/axe.min.js", "bootstrap/package.json"):
        assert staff.get(f"vendor/{name}").status_code == 404


def test_the_answer_of_a_call_is_packed(staff: Dashboard) -> None:
    for encoding in ("gzip", "br"):
        answer = staff.get("_dash-layout", **{"Accept-Encoding": encoding})
        assert answer.headers.get("Content-Encoding") == encoding


def status(client: Client, path: str, address: str, **headers: str) -> int:
    origin = {"REMOTE_ADDR": address}
    named = {"Host": "127.0.0.1"} | headers
    return client.get(path, headers=named, environ_overrides=origin).status_code


def test_the_staff_edition_is_for_this_machine_alone(client: Client) -> None:
    near, far = "127.0.0.1", "10.0.0.7"
    assert status(client, "/health", near) == 200
    assert status(client, "/health", far) == 403
    assert status(client, "/health", near, Host="evil.test") == 403
    assert status(client, "/health", near, **{"X-Forwarded-For": far}) == 403
    assert status(client, "/public/health", far) == 200


def test_a_staff_edition_with_an_open_door_is_refused() -> None:
    with pytest.raises(SettingsError, match="SIGN_IN_HEADER"):
        Settings(edition="staff", bind="0.0.0.0:8050")
    Settings(edition="staff", bind="0.0.0.0:8050", sign_in_header="X-User")
    Settings(edition="public", bind="0.0.0.0:8050")


def test_a_signed_in_reader_is_served_through_the_proxy_only(
    settings: Settings,
) -> None:
    guarded = replace(settings, sign_in_header="X-User", sign_in_proxy="10.0.0.1")
    client = Client(create_app(guarded).server)
    signed, proxy = {"X-User": "someone"}, "10.0.0.1"
    assert status(client, "/health", proxy, **signed) == 200
    assert status(client, "/health", "10.0.0.2", **signed) == 403
    assert status(client, "/health", proxy) == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"edition": "secret"},
        {"prefix": "no-slash"},
        {"bind": "nowhere"},
        {"cache_size": "many"},
        {"frame_ancestors": "https://a.test; script-src *"},
    ],
)
def test_a_setting_that_cannot_be_used_says_which(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(wrong)).upper()):
        Settings(**wrong)


def test_the_frame_offers_the_same_view_in_the_other_edition(staff: Dashboard) -> None:
    answer = staff.visit("/county/37063", "?by=race", output=FRAME).text
    assert "public\\u002fcounty\\u002f37063?by=race" in answer


def test_an_embedded_page_has_no_frame_but_says_that_it_is_made_up(
    staff: Dashboard,
) -> None:
    answer = staff.visit("/", "?embed=1", output=FRAME).json["response"]
    assert not answer["shell-header"]["children"]
    foot = answer["shell-footer"]["children"]
    assert foot["props"]["className"] == "embed-foot"
    assert "Staff edition" in words(foot)
    assert "no real children" in words(answer["shell-banner"]["children"])


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A warehouse whose files are no databases."""
    spoil(tmp_path / "warehouse" / "nc")
    return tmp_path


def spoil(state: Path) -> None:
    version = state / "versions" / "000001"
    version.mkdir(parents=True)
    for edition in ("staff", "public"):
        (version / f"{edition}.sqlite").write_bytes(b"not a database" * 100)
    (state / "CURRENT").symlink_to("versions/000001")


def test_a_missing_warehouse_gives_pages_that_say_what_to_do(tmp_path: Path) -> None:
    dashboard = _on(tmp_path)
    for path in ("/", "/measure/entry-rate", "/disparity", "/county/37063", "/methods"):
        assert "make demo" in words(dashboard.page(path)), path
    assert dashboard.get("health").status_code == 503


def test_a_spoiled_warehouse_gives_pages_that_say_what_to_do(spoiled: Path) -> None:
    dashboard = _on(spoiled)
    for path in ("/", "/measure/entry-rate", "/disparity", "/county/37063", "/methods"):
        assert "python -m metrics build" in words(dashboard.page(path)), path
    assert dashboard.get("health").status_code == 503


def test_a_spoiled_state_takes_nothing_from_the_others(
    tmp_path: Path, demo_root: Path
) -> None:
    """Above all not the words that say that the figures are made up."""
    warehouse = tmp_path / "warehouse"
    warehouse.mkdir()
    (warehouse / "nc").symlink_to(demo_root / "nc")
    spoil(warehouse / "wa")
    dashboard = _on(tmp_path)
    frame = dashboard.visit("/disparity", output=FRAME).json["response"]
    assert "no real children" in words(frame["shell-banner"]["children"])
    assert "Washington" in json.dumps(frame["shell-header"])
    assert "Durham" in words(dashboard.page("/county/37063"))


def test_a_warehouse_is_read_as_soon_as_it_is_there(
    tmp_path: Path, demo_root: Path
) -> None:
    dashboard = _on(tmp_path)
    assert dashboard.get("health").status_code == 503
    (tmp_path / "warehouse").symlink_to(demo_root)
    assert dashboard.get("health").status_code == 200


def _on(folder: Path) -> Dashboard:
    app = create_app(Settings(var=str(folder), edition="public"))
    return Dashboard(client=Client(app.server))
