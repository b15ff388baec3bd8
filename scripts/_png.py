"""Pictures as arrays: read by the browser, halved, written small."""

import base64
import struct
import zlib

import numpy as np
from numpy.typing import NDArray
from playwright.sync_api import Page

Pixels = NDArray[np.uint8]
READ = """async png => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const bytes = brush.getImageData(0, 0, image.width, image.height).data;
  let text = '';
  for (let i = 0; i < bytes.length; i += 32768) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + 32768));
  }
  return [image.height, image.width, btoa(text)];
}"""
COLOURS, LEVELS = 256, 16


def read(sheet: Page, png: bytes) -> Pixels:
    """Height by width by 3 of a PNG; `sheet` is any page that has no policy."""
    tall, wide, sent = sheet.evaluate(READ, base64.b64encode(png).decode())
    flat = np.frombuffer(base64.b64decode(sent), dtype=np.uint8)
    return flat.reshape(tall, wide, 4)[..., :3]


def halved(pixels: Pixels) -> Pixels:
    """Half as wide and tall: each point is the mean of four."""
    tall, wide = (each // 2 * 2 for each in pixels.shape[:2])
    four = pixels[:tall, :wide].reshape(tall // 2, 2, wide // 2, 2, 3)
    mean: Pixels = four.mean(axis=(1, 3)).round().astype(np.uint8)
    return mean


def written(pixels: Pixels) -> bytes:
    """A PNG of the 256 commonest colours; each other becomes the nearest of them."""
    step = 256 // LEVELS
    coarse = (pixels // step).astype(np.int32)
    keys = coarse[..., 0] * LEVELS**2 + coarse[..., 1] * LEVELS + coarse[..., 2]
    found, place, count = np.unique(keys, return_inverse=True, return_counts=True)
    means = np.stack(
        [np.bincount(place.ravel(), pixels[..., c].ravel()) / count for c in range(3)],
        axis=1,
    )
    kept = np.argsort(-count, kind="stable")[:COLOURS]
    apart = ((means[:, None] - means[None, kept]) ** 2).sum(axis=2)
    index = apart.argmin(axis=1).astype(np.uint8)[place].reshape(keys.shape)
    return _encoded(index, means[kept].round().astype(np.uint8))


def _encoded(index: NDArray[np.uint8], palette: Pixels) -> bytes:
    tall, wide = index.shape
    rows = np.zeros((tall, wide + 1), dtype=np.uint8)
    rows[:, 1:] = index
    head = struct.pack(">IIBBBBB", wide, tall, 8, 3, 0, 0, 0)
    body = zlib.compress(rows.tobytes(), 9)
    parts = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", body))
    chunks = b"".join(_chunk(*each) for each in (*parts, (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
