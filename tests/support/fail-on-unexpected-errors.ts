// Set up for every suite: an error that a platform told nobody about fails the suite that it happened in.
import { afterAll, expect } from 'vitest';
import { takeUnexpectedErrors } from './unexpected-errors.ts';

afterAll(() => {
  expect(takeUnexpectedErrors()).toEqual([]);
});
