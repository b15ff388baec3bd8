"""How the hand-out looks on paper."""

from base64 import b64encode

from components import theme

PAGE = """
@page {{ size: letter; margin: 18mm 16mm 20mm;
  @bottom-left {{ content: "{marks}"; font: 8pt {font}; color: {muted}; }}
  @bottom-right {{ content: counter(page); font: 8pt {font}; color: {muted}; }} }}
html {{ font: 10pt/1.4 {font}; color: {ink}; }}
h1 {{ margin: 0 0 2mm; font-size: 20pt; letter-spacing: -0.02em; }}
h2 {{ margin: 0 0 2mm; color: {accent}; font-size: 11pt; }}
h3 {{ margin: 5mm 0 1.5mm; font-size: 10pt; }}
section {{ break-after: page; }}
section:last-child {{ break-after: auto; }}
p {{ margin: 0 0 2mm; }}
.sentence {{ font-size: 14pt; font-weight: 700; line-height: 1.25; }}
.marks, .caption, .foot {{ color: {muted}; font-size: 8.5pt; }}
.drawing {{ margin: 3mm 0; }}
img {{ width: 100%; }}
.notes {{ padding: 1mm 4mm 2mm; background: {wash}; font-size: 9pt; }}
table {{ width: 100%; border-collapse: collapse; font-size: 8pt;
  font-variant-numeric: tabular-nums; }}
caption {{ padding: 1mm 0; color: {muted}; text-align: left; }}
th, td {{ padding: 1mm 1.5mm 1mm 0; border-top: 0.5pt solid {rule}; text-align: left;
  vertical-align: top; }}
thead th {{ border-bottom: 1pt solid {ink}; font-weight: 700; }}
tbody th {{ font-weight: 700; }}
td.number {{ text-align: right; }}
tr {{ break-inside: avoid; }}
li {{ margin-bottom: 2mm; }}
dt {{ font-weight: 700; }}
dd {{ margin: 0 0 2mm; }}
"""
FACE = (
    '@font-face {{ font-family: "Public Sans Variable"; font-weight: 100 900; '
    'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
)
FONT = '"Public Sans Variable", Arial, sans-serif'


def style(marks: str, typeface: bytes) -> str:
    """The style sheet; without a typeface that of the system is taken."""
    said = marks.replace("\\", "").replace('"', "'")
    page = PAGE.format(
        marks=said, font=FONT, ink=theme.INK, muted=theme.MUTED, rule=theme.RULE,
        wash=theme.WASH, accent=theme.ACCENT,
    )  # fmt: skip
    data = b64encode(typeface).decode("ascii")
    return (FACE.format(data=data) if typeface else "") + page
