/** Draws a checked visual as PNG or JPEG, in the thread that calls it. */
import { drawArtistic } from './artistic/draw-artistic.ts';
import { encodeJpeg } from './drawing/jpeg.ts';
import { renderPng, renderRaster } from './drawing/resvg.ts';
import { drawRealistic } from './realistic/draw-realistic.ts';
import type { VisualSpecification } from './visual-specification.ts';

export async function drawVisual(specification: VisualSpecification): Promise<Uint8Array> {
  const draw = { artistic: drawArtistic, realistic: drawRealistic }[specification.style];
  const svg = draw(specification);
  return specification.fileType === 'png' ? renderPng(svg) : encodeJpeg(await renderRaster(svg));
}
