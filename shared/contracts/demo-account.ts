// The account that a platform on one's own machine offers to look around with. On AWS there is none.
import * as z from 'zod';

export const demoAccountSchema = z.object({ email: z.email(), password: z.string().min(8) });
export type DemoAccount = z.infer<typeof demoAccountSchema>;
