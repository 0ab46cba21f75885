/** What a picture or film must be told, and the checks that stop impossible requests before any drawing. */
import * as z from 'zod';
import type { Palette } from '../../shared/domain/media/brand-palette.ts';
import { readPngSize } from './drawing/png-check.ts';

const sidePixels = (least: number, most: number) =>
  z.number().int('use whole pixels').min(least, `use at least ${least} pixels`).max(most, `use at most ${most} pixels`);
const evenPixels = sidePixels(160, 1920).refine(
  (pixels) => pixels % 2 === 0,
  'use an even number of pixels: H.264 stores colour for pairs of pixels',
);

const common = {
  brandName: z.string(),
  callToAction: z.string(),
  palette: z.custom<Palette>(),
  /** The same specification gives the same bytes; another seed gives another work. */
  seed: z.string(),
};

const VisualSpecification = z.object({
  ...common,
  style: z.enum(['artistic', 'realistic']),
  headline: z.string(),
  supportingLine: z.string(),
  widthPixels: sidePixels(240, 4096),
  heightPixels: sidePixels(240, 4096),
  fileType: z.enum(['png', 'jpeg']),
  /** A picture of somebody else's, as the bytes of its file: it is shown beside the words, in the place of what would be drawn. */
  photo: z.custom<Uint8Array>((value) => value === undefined || value instanceof Uint8Array).optional(),
});
export type VisualSpecification = z.infer<typeof VisualSpecification>;

const VideoSpecification = z.object({
  ...common,
  style: z.enum(['narrative', 'dynamic']),
  visualPng: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'give the bytes of a PNG'),
  /** Whole sentences in order; the last ones are left out when there is no time to read them. */
  scenes: z.array(z.object({ caption: z.string() })).readonly(),
  widthPixels: evenPixels,
  heightPixels: evenPixels,
  framesPerSecond: z.number().int('use a whole number').min(8, 'use at least 8').max(60, 'use at most 60'),
  silent: z.boolean(),
  durationSeconds: z.number().min(2, 'use at least 2 seconds').max(60, 'use at most 60 seconds'),
});
export type VideoSpecification = z.infer<typeof VideoSpecification>;

/** The specification, or an Error that names each wrong field and what to do. */
export const checkVisual = (specification: VisualSpecification): VisualSpecification =>
  checked(VisualSpecification, specification, 'The visual cannot be drawn');

/** The same for a film, whose picture must be a whole PNG. */
export function checkVideo(specification: VideoSpecification): VideoSpecification {
  const video = checked(VideoSpecification, specification, 'The video cannot be made');
  readPngSize(video.visualPng);
  return video;
}

function checked<Shape>(schema: z.ZodType<Shape>, value: unknown, problem: string): Shape {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const issues = error.issues.map(({ path, message }) => `${path.join('.') || 'specification'}: ${message}`);
  throw new Error(`${problem}: ${issues.join('; ')}.`);
}
