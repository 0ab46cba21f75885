/** What a video must be told, and the checks that stop impossible requests before a worker starts. */
import * as z from 'zod';
import { describeIssues, PaletteShape } from '../visual-specification.ts';
import { readPngSize } from './png-check.ts';

const sidePixels = z
  .number()
  .int('use whole pixels')
  .min(160, 'use at least 160 pixels')
  .max(1920, 'use at most 1920 pixels')
  .refine((pixels) => pixels % 2 === 0, 'use an even number of pixels: H.264 stores colour for pairs of pixels');

export const VideoSpecification = z.object({
  style: z.enum(['narrative', 'dynamic']),
  visualPng: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'give the bytes of a PNG'),
  brandName: z.string(),
  /** Whole sentences in order; the last ones are left out when there is no time to read them. */
  scenes: z.array(z.object({ caption: z.string() })).readonly(),
  callToAction: z.string(),
  palette: PaletteShape,
  /** The same specification gives the same bytes. */
  seed: z.string(),
  widthPixels: sidePixels,
  heightPixels: sidePixels,
  framesPerSecond: z.number().int('use a whole number').min(8, 'use at least 8').max(60, 'use at most 60'),
  silent: z.boolean(),
  durationSeconds: z.number().min(2, 'use at least 2 seconds').max(60, 'use at most 60 seconds'),
});
export type VideoSpecification = z.infer<typeof VideoSpecification>;

/** The specification, or an Error that names each wrong field and what to do. */
export function checkVideo(specification: VideoSpecification): VideoSpecification {
  const checked = VideoSpecification.safeParse(specification);
  if (!checked.success) throw new Error(`The video cannot be made: ${describeIssues(checked.error)}.`);
  readPngSize(checked.data.visualPng);
  return checked.data;
}
