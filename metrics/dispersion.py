"""How much more places differ than chance alone would make them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics.rates import Floats, columns

WINSORISED = 0.1
# With fewer, a tenth at each end is nobody.
LEAST_PLACES = 10


@dataclass(frozen=True, kw_only=True)
class Dispersion:
    """phi: mean square of the winsorised z; tau2: variance between places; places.

    phi is near 1 where places differ by chance alone; tau2 is 0 unless phi is above
    what chance gives. Both are NaN with fewer than LEAST_PLACES places.
    """

    phi: float
    tau2: float
    places: int

    @property
    def overdispersed(self) -> bool:
        return self.tau2 > 0


def dispersion(
    value: ArrayLike, centre: ArrayLike, error: ArrayLike, *, share: float = WINSORISED
) -> Dispersion:
    """The over-dispersion of places around their centre.

    value, centre, error: one a place, on the scale of the funnel (the log for ratios);
    error is the standard error by chance alone. Places without a value or with no
    error are left out. `share` of the places at either end are drawn in to the rest, so
    that those the funnel is to find do not widen it. Raises ValueError unless share is
    at least 0 and below a half. Source: Spiegelhalter 2005, Statistics in Medicine
    24:1185; Spiegelhalter et al. 2012 for the additive variance.
    """
    if not 0 <= share < 0.5:
        raise ValueError(f"the share drawn in must be from 0 to below 0.5, not {share}")
    y, middle, s = columns(value, centre, error)
    good = np.isfinite(y) & np.isfinite(middle) & np.isfinite(s) & (s > 0)
    places = int(good.sum())
    if places < LEAST_PLACES:
        return Dispersion(phi=np.nan, tau2=np.nan, places=places)
    z = winsorised((y - middle)[good] / s[good], share)
    phi = float(np.mean(z**2))
    weight = s[good] ** -2.0
    spread = weight.sum() - (weight**2).sum() / weight.sum()
    tau2 = max(0.0, float((places * phi - (places - 1)) / spread))
    return Dispersion(phi=phi, tau2=tau2, places=places)


def winsorised(z: Floats, share: float) -> Floats:
    """The column with all below and above these quantiles drawn in to them."""
    low, high = np.quantile(z, (share, 1 - share))
    return np.clip(z, low, high)
