// What is mutated, in pieces that each take some minutes, and the suites that must notice.

export interface Piece {
  readonly mutate: readonly string[];
  readonly suites: readonly string[];
  /** Functions of their arguments alone, tested without hooks: their suites are loaded once for all changes (loaded-suites.mjs). */
  readonly isPure?: boolean;
}

const without = ['!**/*.test.ts', '!**/testing/**'];
const generation = (names: readonly string[], suffix = '.ts') =>
  names.map((name) => `shared/generation/${name}${suffix}`);
const steps = (names: readonly string[], suffix = '.ts') =>
  names.map((name) => `shared/playbook/steps/${name}${suffix}`);
const folder = (path: string): Piece => ({ mutate: [`${path}/**/*.ts`, ...without], suites: [`${path}/**/*.test.ts`] });

const tools = ['agent-tools', 'keep-media', 'media-tools'];
const ofCalls = ['call-model', 'call-end', 'price-call', 'settle-call', 'deferred-settlements', 'sweep-calls'];

export const pieces: Readonly<Record<string, Piece>> = {
  domain: {
    mutate: ['shared/domain/**/*.ts', '!shared/domain/brief-reading/**', ...without],
    suites: ['shared/domain/**/*.test.ts', '!shared/domain/brief-reading/**', 'shared/agents/agent-workload.test.ts'],
  },
  'brief-reading': {
    mutate: ['shared/domain/brief-reading/*.ts', ...without],
    suites: ['shared/domain/brief-reading/*.test.ts'],
    isPure: true,
  },
  'brief-dates': { ...folder('shared/domain/brief-reading/dates'), isPure: true },
  'brief-offer': { ...folder('shared/domain/brief-reading/offer'), isPure: true },
  answers: {
    ...folder('shared/generation/answers'),
    // Properties draw their cases by chance: what they notice differs from run to run.
    suites: ['shared/generation/answers/*.test.ts', '!shared/generation/answers/*.property.test.ts'],
  },
  router: {
    ...folder('shared/generation/router'),
    // Those over a table hold races: what each rule does is noticed without one.
    suites: ['circuit-breaker-notes', 'watch-ledger', 'who-is-asked', 'rules', 'eligible-models', 'bandit'].map(
      (name) => `shared/generation/router/${name}.test.ts`,
    ),
  },
  // One call, and how its end comes to everything that counts it.
  calls: {
    mutate: generation([...ofCalls, 'call-quota']),
    suites: generation([...ofCalls, 'call-quota-order'], '.test.ts'),
  },
  // Two suites more die at every moment of a call: right, and too slow to run anew for each change.
  ledgers: {
    mutate: generation(['campaign-ledger', 'generation-ledger', 'end-generation', 'reconcile-calls']),
    suites: generation(
      [
        'campaign-ledger-order',
        'generation-order',
        'generation-ledger',
        'answer-cache',
        'reconcile-calls-order',
        'cost-cases',
      ],
      '.test.ts',
    ),
  },
  // What a call is spared, and what is taken before it is made.
  reuse: {
    mutate: generation(['answer-cache', 'reuse-answer', 'reserve-call', 'call-record']),
    suites: generation(['answer-cache', 'answer-cache-order', 'campaign-ledger-order'], '.test.ts'),
  },
  // Texts, pictures and films outside of a campaign, and requests as models take them.
  generations: {
    mutate: generation([
      ...['generate', 'generate-text', 'generate-image', 'generate-video', 'read-generation', 'generation-problems'],
      ...['requests', 'candidates'],
    ]),
    suites: generation(['generations', 'candidates', 'requests'], '.test.ts'),
  },
  decisions: folder('shared/playbook/decisions'),
  // The steps at which a phase waits or ends.
  steps: {
    mutate: steps(['open-gate', 'request-approval', 'park-failure', 'complete-phase', 'finish-campaign']),
    suites: steps(['complete-phase', 'request-approval-order'], '.test.ts'),
  },
  // The step that runs an agent, and the tools that it gives it.
  runs: {
    mutate: [
      ...steps([
        'run-agent',
        'agent-run',
        'announce-start',
        'begin-run',
        'store-output',
        'postpone-run',
        'read-inputs',
      ]),
      ...tools.map((name) => `shared/playbook/${name}.ts`),
    ],
    suites: [...steps(['runs'], '.test.ts'), 'shared/playbook/agent-tools.test.ts'],
  },
  playbook: {
    mutate: ['shared/playbook/*.ts', ...tools.map((name) => `!shared/playbook/${name}.ts`), ...without],
    suites: [
      'route-attempt-order',
      'gates-order',
      'watch-progress',
      'reuse-media',
      'small-parts',
      'text-tool',
      'tracked-tools',
      'failures',
      'gate-lookahead',
      'move-post',
    ].map((name) => `shared/playbook/${name}.test.ts`),
  },
  kit: folder('functions/kit'),
};
