"""The figures of docs/performance.md: python -m scripts.bench [--build]."""

import gc
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import CDPSession, Page
from werkzeug.test import Client

from app import Settings, create_app
from scripts._running import UNDRAWN, WAITING, chromium, dashboard
from scripts.bench_intervals import timed_intervals
from scripts.bench_privacy import timed_privacy
from tests.pages.calls import Dashboard, components

VAR = Path("var").resolve()
PAGES = (
    "/", "/measure/entry-rate", "/disparity", "/disparity/counties", "/county/37063",
    "/briefing/37063", "/present", "/methods",
)  # fmt: skip
REPEATS, SEED = 30, 7


def main(*, build: bool) -> None:
    """Measure, print, and write var/bench.json."""
    found: dict[str, object] = {}
    if build:
        found["build"] = timed_build()
        found["release"] = timed_privacy(VAR, "nc")
    found["intervals"] = timed_intervals()
    found["calls_ms"] = timed_calls()
    found["load_kb"] = loads()
    (VAR / "bench.json").write_text(json.dumps(found, indent=2) + "\n")
    print(json.dumps(found, indent=2))


def timed_build() -> dict[str, float]:
    """Seconds and peak memory of a whole build in a process of its own."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "metrics", "build", "--state", "nc"]
    subprocess.run(command, check=True)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": round(seconds, 1), "peak_mb": round(peak)}


def timed_calls() -> dict[str, dict[str, float]]:
    """Milliseconds of calls whose answers were not remembered."""
    app = create_app(Settings(var=str(VAR), edition="staff", cache_size="1"))
    board = Dashboard(client=Client(app.server))
    gc.collect()
    gc.freeze()  # as the web server does in each worker, and the next line too
    gc.set_threshold(20_000, 20, 50)
    draw = random.Random(SEED)
    counties = [p.code for p in app.server.extensions["outcomes"].places("nc").counties]
    times: dict[str, list[float]] = {}
    for turn in range(REPEATS + 1):
        for page in PAGES:
            county = draw.choice(counties)
            for name, elapsed in visit(app, board, page, county):
                if turn:  # the first also reads the catalogue and the state's file
                    times.setdefault(name, []).append(elapsed)
    return {name: _spread(taken) for name, taken in times.items()}


def visit(
    app: object, board: Dashboard, page: str, county: str
) -> Iterator[tuple[str, float]]:
    """The router's call of a page about a random county, then the page's own calls."""
    forget(app)
    of_county = page.startswith(("/county/", "/briefing/"))
    path = f"/{page.split('/')[1]}/{county}" if of_county else page
    search = f"?county={county}&place={county}" if "measure" in page else ""
    begun = time.perf_counter()
    layout = board.first(path, search)
    yield page, _ms(begun)
    props = {c["props"].get("id"): c["props"] for c in components(layout)}
    for callback in board.callbacks:
        ids = {each["id"] for each in callback["inputs"] + callback["state"]}
        if callback["clientside_function"] or not ids <= set(props):
            continue
        forget(app)
        begun = time.perf_counter()
        board.call(callback, lambda id, name: props[id].get(name))
        yield f"{page} {callback['output'][:40]}", _ms(begun)


def forget(app: object) -> None:
    """Empty the memory of finished tables."""
    app.server.extensions["outcomes"].forget()  # type: ignore[attr-defined]


def loads() -> dict[str, dict[str, int]]:
    """Kilobytes on the wire of each page: with an empty cache, and once more."""
    found = {}
    with dashboard(VAR) as address, chromium() as browser:
        for path in PAGES:
            context = browser.new_context()
            page = context.new_page()
            wire = context.new_cdp_session(page)
            wire.send("Network.enable")
            first = wired(page, wire, address + path)
            page.goto("about:blank")
            found[path] = {"first": first, "again": wired(page, wire, address + path)}
            context.close()
    return found


def wired(page: Page, wire: CDPSession, address: str) -> int:
    """Kilobytes that come over the wire while a page is drawn to its end."""
    sizes: list[float] = []

    def loaded(event: dict[str, float]) -> None:
        sizes.append(event["encodedDataLength"])

    wire.on("Network.loadingFinished", loaded)
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("main h1", state="attached")
    page.wait_for_selector(WAITING, state="detached")
    page.wait_for_selector(UNDRAWN, state="detached")
    wire.remove_listener("Network.loadingFinished", loaded)
    return round(sum(sizes) / 1024)


def _ms(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def _spread(taken: list[float]) -> dict[str, float]:
    p95 = quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return {"p50": round(median(taken), 1), "p95": round(p95, 1)}


if __name__ == "__main__":
    main(build="--build" in sys.argv)
