// How close a campaign comes to its critical path: the real state machine and functions on the embedded platform, agents that only
// wait. Prints a table and one line per profile, the worst last. See tests/bench/README.md.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { programCount } from '../../cli/program-options.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { criticalPath } from '../../shared/domain/playbook/playbook-graph.ts';
import { briefOf, follow, registerUser } from '../support/campaign-driver.ts';
import { startMeasuredPlatform } from './measure-platform.ts';

interface Profile {
  readonly name: string;
  readonly milliseconds: Readonly<Record<string, number>>;
  /** How long a person thinks about a phase; undefined: nobody is asked. */
  readonly personMilliseconds?: Readonly<Record<string, number>>;
}

const even = {
  research: 800,
  strategy: 600,
  scriptwriting: 700,
  seo: 300,
  copy: 1200,
  content: 900,
  visuals: 1500,
  video: 4000,
  distribution: 300,
  analytics: 400,
};
const profiles: readonly Profile[] = [
  { name: 'even', milliseconds: even },
  { name: 'skew', milliseconds: { ...even, scriptwriting: 300, copy: 2500, content: 4000, visuals: 600, video: 800 } },
  { name: 'guided', milliseconds: even, personMilliseconds: { seo: 3000 } },
];
const rounds = programCount('Rounds', 7, 'Usage: npm run bench:makespan [-- ROUNDS]');

const directory = await mkdtemp(join(tmpdir(), 'astromedia-bench-'));
const platform = await startMeasuredPlatform(directory);
const { target } = platform;
const user = await registerUser(target);

/** From the moment the API is asked to the announcement that the campaign is complete. */
async function measure(profile: Profile): Promise<number> {
  await platform.measure({ milliseconds: profile.milliseconds });
  const begun = performance.now();
  const { id, phases } = await user.client.call('createCampaign', {
    body: briefOf({ governanceMode: profile.personMilliseconds ? 'GUIDED' : 'AUTO' }),
  });
  const follower = follow(target, user, id);
  const approvals = phases
    .filter(({ needsApproval }) => needsApproval)
    .map(async ({ id: phaseId }) => {
      await follower.untilPhase(phaseId, 'WAITING_VALIDATION');
      const thinking = profile.personMilliseconds?.[phaseId];
      if (thinking) await wait(thinking);
      await user.client.call('approvePhase', { params: { campaignId: id, phaseId } });
    });
  await Promise.all([...approvals, follower.until('campaign:completed')]);
  const milliseconds = performance.now() - begun;
  follower.close();
  await wait(200); // what the platform does about the closed socket is not part of the next campaign
  return milliseconds;
}

const lowerBound = ({ milliseconds, personMilliseconds = {} }: Profile): number =>
  criticalPath(defaultPlaybook.phases, (id) => (milliseconds[id] ?? 0) + (personMilliseconds[id] ?? 0)).duration;

// The compiler has seen every path of a long-running platform.
for (let round = 0; round < 5; round += 1) await measure({ name: 'warm-up', milliseconds: {} });
const results: { name: string; ratio: number }[] = [];
for (const profile of profiles) {
  const bound = lowerBound(profile);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) ratios.push((await measure(profile)) / bound);
  ratios.sort((one, other) => one - other);
  const ratio = ratios[Math.floor(ratios.length / 2)] ?? Number.NaN;
  results.push({ name: profile.name, ratio });
  console.log(
    `${profile.name}: critical path ${bound} ms, median of ${rounds} ${ratio.toFixed(3)}, all ${ratios.map((value) => value.toFixed(3)).join(' ')}`,
  );
}
/** What each kind of step between two phases takes on AWS, in the same region with warm functions: assumed, not measured. */
const modelled = { call: 5, start: 15, stateTransition: 25 };
await platform.measure({ milliseconds: even }); // forgets what came before
await measure(profiles[0] ?? { name: 'even', milliseconds: even });
const { transition } = await platform.measure();
if (transition) {
  const { sequentialCalls, starts } = transition;
  const onAws = sequentialCalls * modelled.call + starts * (modelled.start + modelled.stateTransition);
  console.log(
    `transition: ${sequentialCalls} calls of AWS one after the other and ${starts} starts of functions, about ${onAws} ms on AWS (${modelled.call} ms a call, ${modelled.start} a warm start, ${modelled.stateTransition} a state transition)`,
  );
}
for (const { name, ratio } of results.toSorted((one, other) => one.ratio - other.ratio))
  console.log(`${name.padEnd(7)} makespan/critical path ${ratio.toFixed(3)}`);

await platform.kill();
await rm(directory, { recursive: true, force: true });
process.exit(0);
