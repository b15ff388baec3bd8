"""What an eye and a listener meet on a page: text on its ground, images by name."""

from typing import Any

from playwright.sync_api import Page

# Everything that is written in the main part, where it stands and in which colour.
# A box is cut where an ancestor scrolls or hides what leaves it.
WRITTEN = """() => {
  const clip = (box, node) => {
    for (let up = node; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const own = up.getBoundingClientRect();
      box.left = Math.max(box.left, own.left);
      box.top = Math.max(box.top, own.top);
      box.right = Math.min(box.right, own.right);
      box.bottom = Math.min(box.bottom, own.bottom);
    }
    return box;
  };
  const seen = node => {
    let opacity = 1;
    for (let up = node; up; up = up.parentElement) {
      opacity *= parseFloat(getComputedStyle(up).opacity);
    }
    return opacity;
  };
  const found = [];
  const texts = document.createTreeWalker(
    document.querySelector('main'), NodeFilter.SHOW_TEXT
  );
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent.trim();
    const node = texts.currentNode.parentElement;
    if (!text || node.closest('.unseen, .visually-hidden, style, option')) continue;
    const whole = {visibilityProperty: true, opacityProperty: true};
    if (!node.checkVisibility(whole)) continue;
    const style = getComputedStyle(node);
    const size = parseFloat(style.fontSize);
    const bold = parseInt(style.fontWeight) >= 700;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const rect of range.getClientRects()) {
      const box = clip({left: rect.left, top: rect.top, right: rect.right,
                        bottom: rect.bottom}, node);
      if (box.right - box.left < 3 || box.bottom - box.top < 3) continue;
      found.push({
        text: text.slice(0, 50),
        where: (node.getAttribute('class') || node.tagName) + '',
        colour: node.closest('svg') ? style.fill : style.color,
        opacity: seen(node),
        need: size >= 24 || (bold && size >= 18.66) ? 3 : 4.5,
        left: box.left + scrollX, top: box.top + scrollY,
        wide: box.right - box.left, tall: box.bottom - box.top
      });
    }
  }
  return found;
}"""

# The same page without a letter on it.
UNWRITTEN = """*, ::before, ::after { color: transparent !important;
  -webkit-text-fill-color: transparent !important; text-shadow: none !important;
  text-decoration-color: transparent !important; transition: none !important; }
main svg text, main svg tspan { fill: transparent !important;
  stroke: transparent !important; }"""

# Contrast by the formula of WCAG 2 against every colour that takes a fifth of the box.
MEASURED = """async ({png, boxes, share}) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const brush = canvas.getContext('2d', {willReadFrequently: true});
  brush.drawImage(image, 0, 0);
  const part = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  const ratio = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  // Red, green, blue and how many of every shade; empty again after each box.
  const sums = new Float64Array(4096 * 4);
  const grounds = box => {
    const left = Math.max(0, Math.floor(box.left));
    const top = Math.max(0, Math.floor(box.top));
    const wide = Math.min(Math.ceil(box.wide), canvas.width - left);
    const tall = Math.min(Math.ceil(box.tall), canvas.height - top);
    if (wide < 1 || tall < 1) return [];
    const pixels = brush.getImageData(left, top, wide, tall).data;
    const met = [];
    for (let i = 0; i < pixels.length; i += 4) {
      const red = pixels[i], green = pixels[i + 1], blue = pixels[i + 2];
      const at = (red >> 4 << 8 | green >> 4 << 4 | blue >> 4) * 4;
      if (!sums[at + 3]) met.push(at);
      sums[at] += red; sums[at + 1] += green; sums[at + 2] += blue; sums[at + 3]++;
    }
    const found = met.map(at => Array.from(sums.subarray(at, at + 4)));
    for (const at of met) sums.fill(0, at, at + 4);
    return found.filter(s => s[3] >= share * wide * tall)
      .map(s => [s[0] / s[3], s[1] / s[3], s[2] / s[3]]);
  };
  const found = [];
  for (const box of boxes) {
    const given = (box.colour.match(/[\\d.]+/g) || []).map(Number);
    if (given.length < 3) { found.push('no colour: ' + box.text); continue; }
    const alpha = (given.length > 3 ? given[3] : 1) * box.opacity;
    for (const ground of grounds(box)) {
      const ink = ground.map((g, i) => alpha * given[i] + (1 - alpha) * g);
      const has = ratio(ink, ground);
      if (has + 0.01 >= box.need) continue;
      found.push(`${has.toFixed(2)} of ${box.need}: ${box.text} (${box.where})`);
      break;
    }
  }
  return [...new Set(found)];
}"""


def faint_text(page: Page, *, share: float = 0.2) -> list[str]:
    """What is written on the page in too little contrast to what lies behind it.

    Each line of text is compared with the picture of the page without its letters:
    with every colour that takes at least `share` of the line's box. A thin line that
    crosses a word is no ground.
    """
    boxes: list[dict[str, Any]] = page.evaluate(WRITTEN)
    assert boxes
    handle = page.add_style_tag(content=UNWRITTEN)
    picture = _pictured(page)
    handle.evaluate("style => style.remove()")
    sheet = page.context.new_page()
    given = {"png": picture, "boxes": boxes, "share": share}
    found: list[str] = sheet.evaluate(MEASURED, given)
    sheet.close()
    return found


def _pictured(page: Page) -> str:
    """The whole page as a picture in base64, packed quickly rather than small."""
    wire = page.context.new_cdp_session(page)
    size = wire.send("Page.getLayoutMetrics")["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"]}
    how = {"captureBeyondViewport": True, "optimizeForSpeed": True}
    whole = {"format": "png", **how, "clip": {**clip, "scale": 1}}
    found = str(wire.send("Page.captureScreenshot", whole)["data"])
    wire.detach()
    return found


def images(page: Page) -> list[str]:
    """The names of all images that a listener meets, from the accessibility tree."""
    wire = page.context.new_cdp_session(page)
    nodes = wire.send("Accessibility.getFullAXTree")["nodes"]
    wire.detach()
    return [
        str(node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"] and node["role"]["value"] in ("img", "image")
    ]


def rgb(colour: str) -> str:
    """A colour as browsers name it: #0b5d4b is rgb(11, 93, 75)."""
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"
