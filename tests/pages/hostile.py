"""Addresses that nobody should write: each must give a notice or a 404."""

LONG = "x" * 10_000
SQL = "nc'; DROP TABLE note; --"
SCRIPT = "<script>alert(1)</script>"

PATHS = (
    "/measure/nothing", f"/measure/{LONG}", "/measure/entry-rate'--", "/measure/",
    "/measure/../../etc/passwd", "/measure/%2e%2e%2f", "/measure/entry-rate/extra",
    f"/measure/{SCRIPT}", "/measure/\u0000", "/measure/none", "/measure/💥",
    "/county/99999", "/county/-1", "/county/abc", "/county/37063'", "/county/",
    f"/county/{LONG}", "/county/1e9", "/county/037063", "/county/region:1",
    f"/county/{SQL}", "/county/37063/37183", "/nothing", "/_pages", "//", "/.env",
    "/briefing/99999", "/briefing/", f"/briefing/{SQL}", f"/briefing/{LONG}",
    "/briefing/region:1", "/briefing/37063/x", "/feed/nc/37063", "/feed",
    "/app.py", "/wp-login.php", "/measure", "/assets/../app.py",
)  # fmt: skip

QUERIES = (
    f"?state={SQL}", "?state=zz", "?state=nc&state=wa", f"?state={LONG}",
    "?window=sfy9999", "?window=sfy2024'", "?window=m2025-13", "?window=cy-1",
    "?window=sfy2025-2011", f"?window={LONG}", "?window=sfy2024&window=sfy2023",
    "?by=everything", "?by=race&by=age", "?by=__class__", f"?by={SCRIPT}",
    "?group=race", "?group=race:", "?group=:white_nh", "?group=race:martian",
    "?group=age:white_nh", "?reference=nobody", "?reference=%00", "?base=both",
    "?place=99999", "?place=region:999", "?place=region:abc", "?place=../..",
    "?county=1' OR '1'='1", "?embed=1&embed=2", "?embed=maybe", "?fips=37063&fips=1",
    "?measure=nothing", "?measure=entry-rate&measure=x", "?self=1&cls=2&query=3",
    "?=x", "?&&&", "?state", "?%ff%fe=%ff", "?__proto__=1", "?a[]=1&a[]=2",
    "?step=nothing", "?step=entry-rate&step=found", f"?step={SQL}", "?group=provider:1",
    "?group=race:unknown", "?group=race:white_nh&reference=white_nh", "?show=nothing",
    "?group=martian", "?group=black_nh'--", "?population=moon", "?show=__class__",
    "?population=census2020&window=sfy2012", "?dim=sex&group=black_nh",
    "?by=race&group=provider:1&place=region:1&window=ffy2024", "?providers=%0a%0d",
    "?slides=nothing", "?slides=cover,cover", f"?slides={LONG}", f"?slides={SQL}",
    "?slides=cover&slides=gap", "?slides=,,,", "?slides=__init__", "?slides=_offer",
    "?slide=99", "?slide=-1", "?slide=nothing", "?slide=1&slide=2", "?slide=1e9",
    f"?slides={SCRIPT}", "?slides=p1&slide=gap", "?embed=1&slide=nothing",
    "?compare=99999", f"?compare={LONG}", f"?compare={SQL}", "?compare=37063",
    "?compare=37183,37183", "?compare=37183&compare=37119", "?compare=,,,",
    "?compare=37001,37003,37005,37007", f"?compare={SCRIPT}", "?years=3&years=1",
    "?compare=37183,37119&years=7", "?compare=region:1",
    "?slides=m-nothing", "?slides=cover/gap", "?slide=²", "?region=999&slides=gap",
)  # fmt: skip

BODIES = (
    b"", b"[]", b"null", b"{", b'"x"', b'{"output": 1}', b"\xff\xfe",
    b'{"output": "x.y", "inputs": []}', b'{"output": null, "inputs": null}',
)  # fmt: skip
