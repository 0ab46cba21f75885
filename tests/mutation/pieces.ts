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
    suites: ['shared/domain/*.test.ts'],
  },
  'brief-reading': folder('shared/domain/brief-reading'),
  generation: folder('shared/generation'),
  playbook: folder('shared/playbook'),
  kit: folder('functions/kit'),
};
