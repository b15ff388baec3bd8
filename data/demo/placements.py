"""Where children lived during a stay: homes, and moves between them."""

from dataclasses import dataclass

import numpy as np

from data.days import age_on
from data.demo.draw import Bools, Floats, Ints, pick
from data.demo.episodes import Stays
from data.demo.interludes import Row, with_interludes
from data.demo.parameters import Care
from data.demo.providers import providers_for
from data.demo.speed import usual_moves

HOMES = 900_000
FIRST = (0.30, 0.50, 0.06, 0.07, 0.07, 0.0, 0.0)
NEXT = (0.23, 0.47, 0.15, 0.075, 0.065, 0.0, 0.01)
NO_ROWS = 0.008


@dataclass(frozen=True, kw_only=True)
class Homes:
    """One place a home lived in: the stay it belongs to and its number in the stay."""

    stay: Ints
    number: Ints
    start: Ints
    end: Ints
    setting: Ints
    provider: Ints
    home: Ints


def lead_providers(rng: np.random.Generator, stays: Stays) -> tuple[Ints, Ints]:
    """Setting and provider of each stay's first placement."""
    setting = 1 + pick(rng, FIRST, len(stays))
    return setting, providers_for(rng, setting, stays.county)


def homes(
    rng: np.random.Generator,
    stays: Stays,
    setting: Ints,
    lead: Ints,
    factor: Floats,
    last_day: int,
    care: Care,
) -> Homes:
    """The homes of each stay in order; every new number is a move."""
    length = np.minimum(stays.exit, last_day + 1) - stays.removal
    moved, when = _moves(rng, length, factor, care)
    stay = np.concatenate([np.arange(len(stays)), moved])
    start = np.concatenate([stays.removal, stays.removal[moved] + when])
    order = np.lexsort((start, stay))
    stay, start = stay[order], start[order]
    first = np.searchsorted(stay, np.arange(len(stays)))
    number = np.arange(len(stay)) - first[stay]
    last = np.append(stay[1:] != stay[:-1], True)
    end = np.where(last, stays.exit[stay], np.append(start[1:], 0))
    kind = np.where(number == 0, setting[stay], 1 + pick(rng, NEXT, len(stay)))
    kind = _settings(rng, stays, stay, start, last, kind)
    provider = providers_for(rng, kind, stays.county[stay])
    provider = np.where(number == 0, lead[stay], provider)
    home = 1 + np.floor(rng.random(len(stay)) * HOMES).astype(np.int64)
    back = np.flatnonzero((number >= 2) & (rng.random(len(stay)) < 0.06))
    home[back], provider[back] = home.copy()[back - 2], provider.copy()[back - 2]
    return Homes(
        stay=stay, number=number, start=start, end=end, setting=kind, provider=provider,
        home=home,
    )  # fmt: skip


def _moves(
    rng: np.random.Generator, length: Ints, factor: Floats, care: Care
) -> tuple[Ints, Ints]:
    """Stay and day of the stay of each move: a Poisson process that slows down."""
    early, late = usual_moves(length, care)
    number = rng.poisson(factor * (early + late))
    stay = np.repeat(np.arange(len(length)), number)
    luck = rng.random((2, len(stay)))
    reached = 1 - np.exp(-length[stay] / care.move_decay)
    soon = -care.move_decay * np.log1p(-luck[0] * reached)
    is_early = luck[1] < (early / np.maximum(early + late, 1e-12))[stay]
    return stay, np.floor(np.where(is_early, soon, luck[0] * length[stay])).astype(
        np.int64
    )


def _settings(
    rng: np.random.Generator,
    stays: Stays,
    stay: Ints,
    start: Ints,
    last: Bools,
    kind: Ints,
) -> Ints:
    """Pre-adoptive homes before adoption, own flats for the oldest."""
    luck = rng.random(len(stay))
    adopted = last & (stays.reason[stay] == 3) & (kind == 2) & (luck < 0.25)
    age = age_on(stays.birth[stay], start)
    flat = (age >= 16) & (luck > 0.94)
    return np.where(
        adopted, 6, np.where(flat, 7, np.where((kind == 7) & ~flat, 2, kind))
    )


def placement_rows(
    rng: np.random.Generator, stays: Stays, lived: Homes, last_day: int
) -> Row:
    """Rows of the table of cases, with the stay's place instead of its id."""
    rows = with_interludes(
        rng,
        Row(
            stay=lived.stay, start=lived.start, end=lived.end, setting=lived.setting,
            provider=lived.provider, home=lived.home,
            order=2 * np.arange(len(lived.stay)),
        ),
        age=age_on(stays.birth[lived.stay], lived.start),
        home_next=stays.reason[lived.stay] == 1,
        last_day=last_day,
    )  # fmt: skip
    known = rng.random(len(stays)) >= NO_ROWS
    keep = known[rows.stay] & (rows.start <= last_day)
    return rows.of(np.flatnonzero(keep)).of_sorted()


def provider_unknown(rng: np.random.Generator, provider: Ints) -> Ints:
    """Some records do not say who the provider was."""
    return np.where(rng.random(len(provider)) < 0.03, 0, provider)


def years_of_entry(removal: Ints, first_days: Ints) -> Ints:
    """Place of the fiscal year in which each stay began, from the years' first days."""
    return np.searchsorted(first_days, removal, side="right") - 1
