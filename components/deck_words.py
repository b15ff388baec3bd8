"""Every word around the slides of a presentation, for translation."""

PREVIOUS, NEXT = "Previous", "Next"
PROGRESS = "{n} of {all}"
NOTES = "Notes"
FULL = "Full screen"
CONTROLS = "Slides"
CHOOSE = "Choose slides"
CHOOSE_HELP = (
    "Tick the slides to show and put them in order. The address then holds your "
    "choice: keep it or send it."
)
UP, DOWN = "Up", "Down"
OF_SLIDE = "{what}: {slide}"
SHOW = "Show these slides"
NONE_CHOSEN = "Tick one slide at least."
MORE_SLIDES = "More slides: one for each measure"
KEYS = (
    "Keys: arrows or Page Up and Page Down to move, Home and End for the first and the "
    "last slide, F for full screen, N for notes. The print command of the browser "
    "gives one slide a page with its notes."
)
SLIDE = "slide"
LABEL = "{n} of {all}: {title}"
SPEAKER = "Notes for the speaker"
NO_NOTES = "There are no notes for this slide."
NUMBERS = "The numbers behind this slide"
