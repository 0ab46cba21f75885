// What is mutated, in pieces that each take some minutes, and the suites that must notice.

export interface Piece {
  readonly mutate: readonly string[];
  readonly suites: readonly string[];
}

const without = ['!**/*.test.ts', '!**/testing/**'];
const folder = (path: string): Piece => ({ mutate: [`${path}/**/*.ts`, ...without], suites: [`${path}/**/*.test.ts`] });

export const pieces: Readonly<Record<string, Piece>> = {
  domain: {
    mutate: ['shared/domain/**/*.ts', '!shared/domain/brief-reading/**', ...without],
    suites: ['shared/domain/*.test.ts', 'shared/agents/agent-work.test.ts'],
  },
  'brief-reading': folder('shared/domain/brief-reading'),
  answers: {
    ...folder('shared/generation/answers'),
    // Properties draw their cases by chance: what they notice differs from run to run.
    suites: ['shared/generation/answers/*.test.ts', '!shared/generation/answers/*.property.test.ts'],
  },
  router: folder('shared/generation/router'),
  // Two suites more die at every moment of a call: right, and too slow to run anew for each change.
  generation: {
    mutate: ['shared/generation/*.ts', ...without],
    suites: [
      'shared/generation/*.test.ts',
      '!shared/generation/call-conservation.test.ts',
      '!shared/generation/money-properties.test.ts',
    ],
  },
  decisions: folder('shared/playbook/decisions'),
  // Without those that die at every moment of a step, or wait for a provider over HTTP.
  steps: {
    mutate: ['shared/playbook/steps/**/*.ts', ...without],
    suites: [
      'shared/playbook/steps/*.test.ts',
      '!shared/playbook/steps/say-once.test.ts',
      '!shared/playbook/steps/video-jobs.test.ts',
    ],
  },
  playbook: {
    mutate: ['shared/playbook/*.ts', ...without],
    suites: ['shared/playbook/*.test.ts', '!shared/playbook/decisions.test.ts'],
  },
  kit: folder('functions/kit'),
};
