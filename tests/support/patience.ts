/** What every suite allows a machine that is busy, which is no fault. A test that expects nothing proves nothing. */
export const patience = {
  expect: { poll: { timeout: 20_000 }, requireAssertions: true },
  // On a machine that others use, a test may try again; .ci/run lists those that had to, so that none hides.
  retry: process.env['CI'] ? 1 : 0,
} as const;
