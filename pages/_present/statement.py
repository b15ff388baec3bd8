"""Whom a reader can ask about the pages."""

from data.state_model import State
from pages._words import accessibility as words


def contact(state: State) -> str:
    """Whom to write to; where the state's file names nobody, whom to ask."""
    if state.contact:
        return words.CONTACT.format(contact=state.contact.rstrip("."))
    return words.NO_CONTACT.format(agency=state.agency or words.NO_AGENCY)
