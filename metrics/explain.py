"""A measure explained: its words, its definition, and the SQL that counts it."""

from typing import Any

from sqlalchemy.dialects import sqlite

from metrics.engine import statements
from metrics.families import component, families
from metrics.families._reading import Reading
from metrics.model import Measure


def explanation(measure: Measure, reading: Reading) -> dict[str, Any]:
    """Everything there is to say about a measure, ready for JSON."""
    parts = (measure.numerator, measure.denominator)
    names = tuple(dict.fromkeys(part.partition(".")[0] for part in parts))
    queries = statements(names, reading)
    rules = {f.name: f for f in families() if f.name in names}
    return {
        "id": measure.id,
        "code": measure.code,
        "title": measure.title,
        "question": measure.question,
        "definition": measure.definition,
        "why": measure.why,
        "numerator": {"component": parts[0], "counts": component(parts[0]).says},
        "denominator": {"component": parts[1], "counts": component(parts[1]).says},
        "per": measure.per,
        "unit": measure.unit,
        "better": measure.direction,
        "cohort": measure.cohort,
        "follow_up_months": measure.follow_up_months,
        "breakdowns": list(measure.breakdowns),
        "who_is_where": {n: f.place_rule for n, f in rules.items()},
        "which_provider": {n: f.provider_rule for n, f in rules.items()},
        "national": _national(measure),
        "source": measure.source,
        "version": measure.version,
        "sql": {name: _sql(query) for name, query in queries.items()},
    }


def _national(measure: Measure) -> dict[str, Any] | None:
    if measure.national is None:
        return None
    found = measure.national
    return {"value": found.value, "period": found.period, "source": found.source}


def _sql(query: Any) -> str:
    compiled = query.compile(
        dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
    )
    return str(compiled)
