// What choosing models by what they did before loses against knowing the best one, and against simpler ways, in stated worlds. `npm run bench:router`.
import { outcomeDecay } from '../../shared/data/bandit-statistics.ts';
import {
  bestFixed,
  epsilonGreedy,
  meanOf,
  type Policy,
  play,
  thompson,
  uniform,
  type World,
  worlds,
} from '../support/bandit-world.ts';

const seeds = 200;
const policies: Record<string, (world: World) => Policy> = {
  [`router (${outcomeDecay})`]: () => thompson(3, outcomeDecay),
  'router, forgetting nothing': () => thompson(3, 1),
  'ε-greedy, a tenth': () => epsilonGreedy(3, 0.1),
  'best fixed, known before': bestFixed,
  'at random': uniform,
};

console.log(
  `Mean regret over ${seeds} seeds: what was lost against the best model of each step. Three models, 2000 steps.\n`,
);
console.log(`| world | ${Object.keys(policies).join(' | ')} |`);
console.log(
  `|---|${Object.keys(policies)
    .map(() => '---|')
    .join('')}`,
);
for (const [name, world] of Object.entries(worlds)) {
  const regrets = Object.values(policies).map((policy) =>
    meanOf(seeds, (seed) => play(world, policy(world), seed).regret),
  );
  console.log(`| ${name} | ${regrets.map((regret) => regret.toFixed(0)).join(' | ')} |`);
}
console.log(
  '\nWorlds: 0.9, 0.6 and 0.5 of answers are of use; the first falls to 0.4 at step 1000; 0.8, 0.6 and 0.5, of which the last rises to',
);
console.log(
  '0.95 at step 1000; 0.8, 0.78 and 0.75; the first again, heard of 50 steps later; and with ten draws on the same state.',
);
