"""Every word of the lines from which files are saved, for translation."""

DOWNLOAD = "Download"
PICTURE = "Picture"
KINDS = (("png", "PNG"), ("svg", "SVG"))
PICTURE_OF = "{kind}, a picture of: {title}"
THIS_SLIDE = "this slide"
PREPARING = "Preparing {what} …"
READY = "Saved: {what}"
FAILED = "{what} could not be made. Try again, or choose another kind of file."
