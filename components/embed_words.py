"""The words of the panel that puts a part of a page on another page."""

from collections.abc import Mapping
from types import MappingProxyType

SUMMARY = "Put this on another page"
FULL = "View the full page"
NEW_TAB = ", opens in a new tab"
LINKS = "Links open in a new tab."
ABOUT = "About this view"

# What assets/embed-panel.js writes when a panel is opened, by the script's own names.
PANEL: Mapping[str, str] = MappingProxyType(
    {
        "help": "Copy a code into the other page. It shows the public edition, in "
        "which small numbers are hidden, and keeps itself up to date.",
        "sites": "Sites that may show it: {sites}.",
        "none": "No other site may show it yet. Whoever runs this dashboard lists the "
        "sites that may.",
        "staff": "Only the public edition can be put on other pages. Open the public "
        "edition of this dashboard and copy the code there.",
        "plain": "Code without a script: {title}",
        "plainHelp": "Works everywhere, also where scripts are taken out. The height "
        "is fixed: change the number after “height” if it does not fit.",
        "script": "Code with a script: {title}",
        "scriptHelp": "The height follows what is shown. The page must allow scripts.",
        "colours": "Colours: {title}",
        "themes": "as the reader’s device|light|dark|high contrast",
        "copy": "Copy",
        "copied": "Copied.",
        "refused": "The browser does not allow it. Select the code and copy it.",
        "link": "{title}: open the full page",
    }
)
