/** What the encoder takes: planes of light and colour (I420, BT.709, limited range: what players assume of films in HD). */

/** Turns pictures (RGBA) that follow each other into planes; rows that stayed the same are not computed again. */
export function createPlanes(width: number, height: number): (pixels: Uint8Array) => Uint8Array {
  const size = width * height;
  const planes = new Uint8Array((size * 3) / 2);
  const [luma, blue, red] = [planes, planes.subarray(size), planes.subarray((size * 5) / 4)];
  const before = new Uint8Array(size * 4);
  return (pixels) => {
    for (let row = 0; row < height; row += 2) {
      const [start, end] = [row * width * 4, (row + 2) * width * 4];
      const now = pixels.subarray(start, end);
      if (Buffer.compare(now, before.subarray(start, end)) === 0) continue;
      before.set(now, start);
      const pair = new Uint32Array(pixels.buffer, pixels.byteOffset + start, width * 2);
      const half = (row * width) / 4;
      convertRows(pair, width, luma.subarray(row * width), blue.subarray(half), red.subarray(half));
    }
    return planes;
  };
}

/** Two rows: light for every pixel, colour for squares of two by two. The factors are those of BT.709 in 65,536ths. */
function convertRows(pixels: Uint32Array, width: number, luma: Uint8Array, blue: Uint8Array, red: Uint8Array): void {
  for (let x = 0; x < width; x += 2) {
    const [a, b] = [pixels[x] ?? 0, pixels[x + 1] ?? 0];
    const [c, d] = [pixels[x + width] ?? 0, pixels[x + width + 1] ?? 0];
    luma[x] = lumaOf(a);
    luma[x + 1] = lumaOf(b);
    luma[x + width] = lumaOf(c);
    luma[x + width + 1] = lumaOf(d);
    const r = (a & 255) + (b & 255) + (c & 255) + (d & 255);
    const g = ((a >> 8) & 255) + ((b >> 8) & 255) + ((c >> 8) & 255) + ((d >> 8) & 255);
    const bl = ((a >> 16) & 255) + ((b >> 16) & 255) + ((c >> 16) & 255) + ((d >> 16) & 255);
    blue[x / 2] = (33_685_504 - 6596 * r - 22_189 * g + 28_784 * bl) >> 18;
    red[x / 2] = (33_685_504 + 28_784 * r - 26_145 * g - 2639 * bl) >> 18;
  }
}

const lumaOf = (pixel: number): number =>
  (1_081_344 + 11_966 * (pixel & 255) + 40_254 * ((pixel >> 8) & 255) + 4064 * ((pixel >> 16) & 255)) >> 16;
