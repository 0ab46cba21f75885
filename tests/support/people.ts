// Strangers at the door: an address that nobody has yet, and how they were refused.
import { problemSchema } from '../../shared/contracts/problems.ts';
import type { RawAnswer } from './raw-requests.ts';

let people = 0;
export const newEmail = () => `person-${people++}-${Date.now()}@example.com`;

/** The status of an answer, and the code of its problem. */
export const codeOf = ({ status, json }: RawAnswer) => [status, problemSchema.safeParse(json).data?.code];
