"""What can go wrong, each with a sentence a person can act on."""


class CountywiseError(Exception):
    """A failure with a sentence for the person who met it."""


class UnknownMeasure(CountywiseError):
    """A measure that is not in the catalogue."""


class BadSelection(CountywiseError):
    """A selection that names something that is not there."""


class NoData(CountywiseError):
    """A selection that is right but for which nothing was loaded."""


class WarehouseUnavailable(CountywiseError):
    """An edition that is missing, too old, or not readable."""
