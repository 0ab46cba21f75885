/** A picture that somebody gave, laid over the part of the frame where shapes would be. Pictures of our own are not laid into films: they are drawn anew, in layers. */
import { round } from '../drawing/paint.ts';
import { isDrawnHere } from '../drawing/png-mark.ts';
import { renderRaster } from '../drawing/resvg.ts';
import { readPngSize } from './png-check.ts';
import { type Stage, svgOf } from './stage.ts';
import { type Frame, frameOf } from './yuv-frame.ts';

/** The frame with the picture in the place of the shapes; undefined for a picture that this studio drew. Throws when the PNG cannot be decoded. */
export async function pictureFrame(png: Uint8Array, { width, height, art }: Stage): Promise<Frame | undefined> {
  if (isDrawnHere(png)) return undefined;
  readPngSize(png);
  const encoded = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64');
  const place = `x="${round(art.x)}" y="${round(art.y)}" width="${round(art.width)}" height="${round(art.height)}"`;
  const image = `<image ${place} preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,${encoded}"/>`;
  const raster = await renderRaster(svgOf(width, height, image));
  if (raster.pixels.every((byte) => byte === 0))
    throw new Error('The visual is a PNG that cannot be decoded, or wholly transparent: give another picture.');
  return frameOf(raster);
}
