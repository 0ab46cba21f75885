// The two sides of an A/B pair.
import * as z from 'zod';

export const variantSchema = z.enum(['A', 'B']);
export type Variant = z.infer<typeof variantSchema>;
