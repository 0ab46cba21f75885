/** Draws a checked visual as PNG or JPEG, in the thread that calls it. */

import { encodeJpeg } from './drawing/jpeg.ts';
import { markPng } from './drawing/png-mark.ts';
import { renderPng, renderRaster } from './drawing/resvg.ts';
import { drawPoster } from './poster/draw-poster.ts';
import { drawScene } from './scene/draw-scene.ts';
import { loadFaces } from './text/faces.ts';
import type { VisualSpecification } from './visual-specification.ts';

export async function drawVisual(specification: VisualSpecification): Promise<Uint8Array> {
  const { brandName, headline, supportingLine, callToAction } = specification;
  await loadFaces([brandName, headline, supportingLine, callToAction]);
  const draw = { artistic: drawPoster, realistic: drawScene }[specification.style];
  const svg = draw(specification);
  return specification.fileType === 'png' ? markPng(await renderPng(svg)) : encodeJpeg(await renderRaster(svg));
}
