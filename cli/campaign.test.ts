// Runs the command itself against a platform in memory: what is typed, what is said, what is written, what the shell gets.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakePlatform, startFakePlatform } from './testing/fake-platform.ts';

const run = promisify(execFile);

describe('npm run campaign', () => {
  let directory: string;
  let platform: FakePlatform | undefined;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'astromedia-cli-'));
  });
  afterEach(async () => {
    await platform?.stop();
    platform = undefined;
    await rm(directory, { recursive: true });
  });

  const command = (...args: string[]): ChildProcess =>
    spawn(process.execPath, ['cli/campaign.ts', '--directory', directory, '--out', join(directory, 'out'), ...args]);

  /** Gives the answers, ends the input, and yields what came of it. */
  const result = async (child: ChildProcess, answers: readonly string[] = []) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
    child.stdin?.end(answers.map((answer) => `${answer}\n`).join(''));
    const [code] = await once(child, 'close');
    return { code, said };
  };

  it('runs to the end without a question, writes the export and exits with 0', async () => {
    platform = await startFakePlatform(directory, { approvals: [] });

    const { code, said } = await result(command());

    const [folder = ''] = await readdir(join(directory, 'out'));
    expect(said).toContain('COMPLETED: Lancement Brioche de Minuit');
    expect(said).toContain('11 of 11 phases');
    expect(said).toContain(join('out', folder, 'report.html'));
    expect(code).toBe(0);
    expect(folder).toBe('lancement-brioche-de-minuit-zzzzzz');
    await run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(directory, 'out', folder) });
  });

  it('registers a user once and signs in as the same one later', async () => {
    platform = await startFakePlatform(directory, { approvals: [] });

    await result(command());
    await result(command());

    expect(platform.users.size).toBe(1);
    expect(platform.calls.filter((call) => call === 'login')).toHaveLength(1);
    expect((await stat(join(directory, 'cli-user.json'))).mode & 0o777).toBe(0o600);
  });

  it('registers anew when the platform has forgotten its users', async () => {
    platform = await startFakePlatform(directory, { approvals: [] });

    await result(command());
    platform.users.clear();
    const { code } = await result(command());

    expect(platform.users.size).toBe(1);
    expect(code).toBe(0);
  });

  it('carries out each answer, though several phases wait at once', async () => {
    platform = await startFakePlatform(directory, { approvals: ['strategy', 'seo', 'copy', 'visuals', 'video'] });
    const answers = ['maybe', 'n', 'Plus court', 'y', 'y', 's', 'b', 'Y'];

    const { code, said } = await result(command('--mode', 'guided'), answers);

    expect(platform.campaign.decisions).toEqual([
      'reject strategy Plus court',
      'approve strategy',
      'approve seo',
      'skip copy',
      'approve visuals B',
      'approve video',
    ]);
    expect(said).toContain('"maybe" is none of the answers.');
    expect(said).toContain('Trois cents pièces, pas une de plus.');
    expect(said).toContain('[b] choose B');
    expect(code).toBe(0);
  });

  it('asks what to do about a failure', async () => {
    platform = await startFakePlatform(directory, { approvals: [], failures: ['copy'] });

    const { code, said } = await result(command(), ['r']);

    expect(said).toContain('This phase failed: The answer had no title');
    expect(platform.campaign.decisions).toEqual(['retry copy']);
    expect(code).toBe(0);
  });

  it.each([
    ['failed', { failures: ['copy'] }],
    ['is held at the cap', { holds: ['copy'] }],
  ])(
    'lists the models with their prices for a phase that %s, and tries again with the one picked',
    async (_how, stops) => {
      platform = await startFakePlatform(directory, { approvals: [], ...stops });

      const { code, said } = await result(command(), ['m', '4', 'm', '', 'm', '2']);

      expect(said).toContain('  1  $0.0000             offline-studio-1 (the offline studio)\n');
      expect(said).toContain('  2  $0.0012 to $0.0420  little (Google Gemini) · asked in this attempt\n');
      expect(said).toContain('  3  $0.2500 to $1.5000  great (OpenRouter) · may cost more than the cap has left\n');
      expect(said).toContain('"4" is none of the numbers.');
      expect(platform.campaign.decisions).toEqual(['retry copy little']);
      expect(code).toBe(0);
    },
  );

  it('offers three ways on at the cap: raise it, another model, skip', async () => {
    platform = await startFakePlatform(directory, { approvals: [], holds: ['seo', 'copy'] });

    const { code, said } = await result(command(), ['b', '$25', 's']);

    expect(said).toContain('[r] retry  [b] raise the cap  [m] another model  [s] skip');
    expect([...platform.campaign.decisions].sort()).toEqual([
      'cap 25',
      expect.stringMatching(/^retry/),
      expect.stringMatching(/^skip/),
    ]);
    expect(code).toBe(0);
  });

  it('leaves a phase waiting when the answers run out, and goes on with it later', async () => {
    platform = await startFakePlatform(directory, { approvals: ['strategy'] });

    const first = await result(command());
    const second = await result(command('--resume'), ['y']);

    expect(first.said).toContain('Strategy still waits for a decision');
    expect(first.said).toContain('npm run campaign -- --resume');
    expect(first.code).toBe(1);
    expect(platform.calls.filter((call) => call === 'createCampaign')).toHaveLength(1);
    expect(second.code).toBe(0);
  });

  it('exits with 1 when the campaign is cancelled', async () => {
    platform = await startFakePlatform(directory, { approvals: [], failures: ['copy'] });

    const { code, said } = await result(command(), ['c']);

    expect(said).toContain('CANCELLED');
    expect(code).toBe(1);
  });

  it('keeps the state and exits with 130 at Ctrl-C', async () => {
    platform = await startFakePlatform(directory, { approvals: ['strategy'] });
    const child = command();
    let said = '';
    child.stderr?.on('data', (text) => (said += text));
    const asked = new Promise<void>((settle) =>
      child.stdout?.on('data', (text) => String(text).includes('[y] approve') && settle()),
    );

    await asked;
    child.kill('SIGINT');
    const [code] = await once(child, 'close');

    expect(said).toContain(
      `State kept, npm run campaign -- --resume --directory ${directory} --out ${join(directory, 'out')} goes on.`,
    );
    expect(code).toBe(130);
  });

  it('stops in order when nobody reads its output any more', async () => {
    platform = await startFakePlatform(directory, { approvals: ['strategy'] });
    const child = command();
    let said = '';
    child.stderr?.on('data', (text) => {
      said += text;
    });

    child.stdout?.destroy();
    const [code] = await once(child, 'close');

    expect(said).not.toContain('Unhandled');
    expect(code).toBe(141);
  });

  it.each([
    [['--fast'], 'Usage: npm run campaign'],
    [['package.json'], 'package.json is not a valid brief'],
    [['nothing.json'], 'there is no such file'],
  ])('refuses %j with 2 before anything is started', async (args, reason) => {
    const { code, said } = await result(command(...args));

    expect(said).toContain(reason);
    expect(code).toBe(2);
    expect(await readdir(directory)).toEqual([]);
  });

  it('refuses a place for the export that is a file, before anything is started', async () => {
    const file = join(directory, 'taken');
    await writeFile(file, '');
    for (const out of [file, join(file, 'below')]) {
      const { code, said } = await result(command('--out', out));

      expect([code, said]).toEqual([2, expect.stringContaining(`--out ${out} cannot be written to`)]);
      expect(said).not.toContain('Starting the platform');
    }
  });

  it('explains itself', async () => {
    const { code, said } = await result(command('--help'));

    expect(said).toContain('--resume');
    expect(code).toBe(0);
  });
});
