// Keys for tests that look at the table itself: what a crash or a deletion left, or what an operator changed by hand.
import { keys, partitions } from '../keys.ts';

export const storedKeys = keys;
export const storedPartitions = partitions;
