/** What a visual must be told, and the checks that stop impossible requests before any drawing. */
import * as z from 'zod';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'write the colour as #rrggbb');

export const PaletteShape = z.object({
  primary: colour,
  secondary: colour,
  accent: colour,
  background: colour,
  surface: colour,
  ink: colour,
  onPrimary: colour,
});

const sidePixels = z
  .number()
  .int('use whole pixels')
  .min(240, 'use at least 240 pixels')
  .max(4096, 'use at most 4096 pixels');

export const VisualSpecification = z.object({
  style: z.enum(['artistic', 'realistic']),
  brandName: z.string(),
  headline: z.string(),
  supportingLine: z.string(),
  callToAction: z.string(),
  palette: PaletteShape,
  /** The same specification gives the same bytes; another seed gives another picture. */
  seed: z.string(),
  widthPixels: sidePixels,
  heightPixels: sidePixels,
  fileType: z.enum(['png', 'jpeg']),
});
export type VisualSpecification = z.infer<typeof VisualSpecification>;

/** The specification, or an Error that names each wrong field and what to do. */
export function checkVisual(specification: VisualSpecification): VisualSpecification {
  const checked = VisualSpecification.safeParse(specification);
  if (checked.success) return checked.data;
  throw new Error(`The visual cannot be drawn: ${describeIssues(checked.error)}.`);
}

export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'specification'}: ${issue.message}`).join('; ');
}
