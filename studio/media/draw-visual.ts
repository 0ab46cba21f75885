/** Draws a checked visual as PNG, in the thread that calls it. */
import { drawArtistic } from './artistic/draw-artistic.ts';
import { renderPng } from './drawing/resvg.ts';
import { drawRealistic } from './realistic/draw-realistic.ts';
import type { VisualSpecification } from './visual-specification.ts';

export async function drawVisual(specification: VisualSpecification): Promise<Uint8Array> {
  const draw = { artistic: drawArtistic, realistic: drawRealistic }[specification.style];
  return renderPng(draw(specification));
}
