"""Words of the page that says who can use the dashboard, and how that was tested."""

NAME = "Accessibility"
QUESTION = "Can everyone use this dashboard?"
LEAD = (
    "It is built so that people can use it with a keyboard, with a screen reader, with "
    "large text, and without telling colours apart. Some things are not yet tested, "
    "and this page says which."
)
REVIEWED = "Last gone over: 30 November 2026"

GOAL = "What we aim at"
GOALS = (
    "The standard is WCAG 2.1, level AA, which public agencies in the United States "
    "must meet. We also follow the parts of WCAG 2.2 that fit.",
    "By our own tests we know of no failure. We do not claim more than that: nobody "
    "from outside has checked it, and tests by machine find only a part of what can "
    "be wrong.",
)

MEANS = "What you can count on"
MEANINGS = (
    (
        "Keyboard",
        "Everything can be reached and used with Tab, Enter, Space and the arrow keys. "
        "You always see where you are. The first Tab leads past the menu.",
    ),
    (
        "Screen reader",
        "Each drawing has a name that begins with what it shows, and its numbers "
        "are in a table on the same page. When you choose something, the new answer "
        "is read out.",
    ),
    (
        "Colour",
        "No meaning hangs on colour alone: there is also a word, a shape or a dash. "
        "Words in charts stand out from what is behind them by at least 4.5 to 1.",
    ),
    (
        "Large text",
        "At 200 % and on a screen as narrow as a phone nothing is lost, and only wide "
        "tables scroll sideways, inside their own frame.",
    ),
    (
        "Movement",
        "Nothing blinks. If your machine is set to less movement, nothing moves.",
    ),
    (
        "Your own colours",
        "The high contrast setting of Windows is followed; lines and marks stay.",
    ),
    (
        "Paper",
        "Pages print in full, with closed boxes opened, and can be read without "
        "colour.",
    ),
)

TESTED = "What was tested, how and when"
TESTS_INTRO = (
    "These tests run by machine every time the product is changed, in the browser "
    "Chromium, on made-up data."
)
TESTS = (
    (
        "Rules",
        "axe-core 4.14.1 with the rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, "
        "and its best practices: on every page, for staff and for the public, 1280 and "
        "320 pixels wide, with all boxes open, and also while a page loads, when "
        "numbers are hidden, when something is missing or fails. It finds nothing.",
    ),
    (
        "Keys",
        "On every page each place where Tab stops is visited forwards and backwards: "
        "in the order of reading, in sight, never stuck. Menus, lists, the map, "
        "tables, closed boxes and slides are used by keys alone.",
    ),
    (
        "Names",
        "Every image is read from what the browser gives to a screen reader. It must "
        "have a name that says a figure, and a table beside it.",
    ),
    (
        "Contrast",
        "The contrast of all that is written on a page is worked out from a picture "
        "of the page, in charts too.",
    ),
    (
        "Settings",
        "Text at 200 %, a narrow screen, less movement, and high contrast.",
    ),
    (
        "By eye",
        "The scorecard, a measure, the differences and a county were looked at as they "
        "print without colour, and two of them in high contrast on black, on "
        "30 November 2026.",
    ),
)

LIMITS = "What is not good enough yet"
LIMITS_SAY = (
    "No person who lives with a disability has tested it, and no screen reader was "
    "run: only what browsers hand to one was checked.",
    "It was tested in Chromium only, the base of Chrome and Edge, not in Firefox or "
    "Safari.",
    "The pages need JavaScript.",
    "On a narrow screen small counties on the map are hard to hit with a finger. The "
    "list of counties and the table below the map lead to the same places.",
    "In the drawing of counties by size, points can lie on each other. The table "
    "below it has all of them.",
    "The words are in English only. Some words of the field remain; the methods page "
    "explains them.",
)

REPORT = "If something does not work for you"
REPORT_SAY = (
    "Please say which page it was, what you tried to do and what you use, such as a "
    "screen reader or a phone. You can also ask for the figures in another form, and "
    "you need not say why."
)
CONTACT = "Write to or call: {contact}."
NO_CONTACT = (
    "This dashboard was set up without an address to write to. Ask whoever sent you "
    "the link, or the {agency}."
)
NO_AGENCY = "office whose figures these are"
