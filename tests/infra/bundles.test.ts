// Bundles every function as a deployment would and runs the bundles under plain Node, in a directory with no node_modules above it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  type LambdaName,
  lambdaNames,
  lambdas,
  playbookLambdaNames,
  scheduledLambdaNames,
  studioLambdaNames,
} from '../../shared/contracts/lambdas.ts';
import { sampleEnvironment } from '../support/sample-environment.ts';
import { filesLoadedAtStart } from './files-loaded-at-start.ts';
import { synthesise } from './synthesise.ts';
import { functionOf } from './template-reading.ts';

const execute = promisify(execFile);
const kilobyte = 1000;

/**
 * The most that each function of an API may read before its handler is there: 2 to 3 % above what it measured on 2026-11-27. A table's client is 200 KB of
 * it, zod with the function's own routes 115 KB and more. What few calls need is read by those: in `campaigns` all but the list and the campaign,
 * all that an account's deletion takes in `users`, the queue of webhooks, the list of common passwords in `auth`.
 */
const largestApiBundles = {
  auth: 439 * kilobyte,
  campaigns: 430 * kilobyte,
  exports: 439 * kilobyte, // what draws the report is read while the table answers
  users: 442 * kilobyte,
  assets: 447 * kilobyte,
  meta: 155 * kilobyte, // zod, and routes of its own
  readiness: 375 * kilobyte,
  docs: 161 * kilobyte, // the description of the whole API is read by who asks for it
  webhooks: 447 * kilobyte,
  'api-keys': 390 * kilobyte,
  'partner-authorizer': 326 * kilobyte,
  'deliver-webhook': 418 * kilobyte,
  'live-authorizer': 122 * kilobyte,
  'live-connect': 360 * kilobyte,
  'live-disconnect': 360 * kilobyte,
  'live-message': 397 * kilobyte,
} satisfies Partial<Record<LambdaName, number>>;
/** Assets made 621 on 2026-11-27, after 1397. */
const mostShapesAtStart = 640;
const apiBundles = Object.entries(largestApiBundles).map(([name, bytes]) => ({ name: name as LambdaName, bytes }));

let synthesised: ReturnType<typeof synthesise>;
beforeAll(() => {
  synthesised = synthesise({ bundled: true });
  return () => rmSync(synthesised.directory, { recursive: true });
}, 300_000);

const directoryOf = (name: LambdaName) => {
  const key: string = functionOf(synthesised.app, name).Properties.Code.S3Key;
  return join(synthesised.directory, `asset.${key.replace(/\.zip$/, '')}`);
};
/** What is loaded with the function; what it loads when it first needs it counts where it is used. */
const loadedWith = (name: LambdaName) => filesLoadedAtStart(directoryOf(name));
const sourcesOf = (name: LambdaName): string[] =>
  readdirSync(directoryOf(name))
    .filter((file) => file.endsWith('.mjs.map'))
    .flatMap((file) => JSON.parse(readFileSync(join(directoryOf(name), file), 'utf8')).sources);

/** Runs a script of this folder on the bundle with the function's own variables and nothing else, and answers what it printed. */
async function runOn(name: LambdaName, script: string): Promise<unknown> {
  const { stdout } = await execute(
    process.execPath,
    [fileURLToPath(new URL(script, import.meta.url)), directoryOf(name)],
    {
      cwd: synthesised.directory,
      env: {
        AWS_REGION: 'us-east-1',
        ...Object.fromEntries(lambdas[name].environment.map((variable) => [variable, sampleEnvironment[variable]])),
      },
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('a bundle', () => {
  it('lies where no packages are installed', () => {
    const above: string[] = [];
    for (let at = synthesised.directory; at !== dirname(at); at = dirname(at)) above.push(join(at, 'node_modules'));

    expect(above.filter(existsSync)).toEqual([]);
  });

  it.each(lambdaNames)('of %s is loaded by plain Node and exports its handler', async (name) => {
    expect(await runOn(name, './load-bundle.ts')).toMatchObject({ handler: 'function' });
  });
});

describe('what a bundle reads late', () => {
  it.each(['meta', 'campaigns'] as const)('lies beside it and is found when it is asked for: %s', async (name) => {
    expect(await runOn(name, './ask-late-parts.ts')).toEqual({
      otherMethod: { status: 405, allow: 'POST, GET' },
      // Whoever serves it asks who it is; all others know only its address.
      phase: name === 'campaigns' ? { status: 401 } : { status: 405, allow: 'GET' },
    });
  });
});

describe('what decodes character references', () => {
  it('lies beside the bundle and is read with the first text that holds one: a soft hyphen is no text', async () => {
    expect(loadedWith('campaigns').join(' ')).not.toContain('character-references');
    expect(await runOn('campaigns', './search-by-reference.ts')).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/search', detail: 'search must not be empty' }],
    });
  });

  it('lies nowhere else', () => {
    expect(existsSync(join(directoryOf('live-authorizer'), 'character-references.mjs'))).toBe(false);
  });
});

describe('bundling', () => {
  /** One of each kind: with parts that are read later, with files beside it, with workers, and a plain step. `.ci/run` asks for all of them. */
  const bundledAgain: readonly LambdaName[] =
    process.env['EVERY_BUNDLE'] === '1' ? lambdaNames : ['campaigns', 'exports', 'run-agent', 'complete-phase'];
  const program = fileURLToPath(new URL('../../infra/bundling/bundle-functions.ts', import.meta.url));
  const filesIn = (directory: string) =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(directory, file)).isFile())
      .sort()
      .map(
        (file) =>
          `${createHash('sha256')
            .update(readFileSync(join(directory, file)))
            .digest('hex')} ${file}`,
      );

  it('makes the same files a second time, so that an unchanged deployment uploads nothing', async () => {
    const again = mkdtempSync(join(tmpdir(), 'astromedia-again-'));
    onTestFinished(() => rmSync(again, { recursive: true }));
    await execute(process.execPath, [program, again, ...bundledAgain]);

    for (const name of bundledAgain) expect(filesIn(join(again, name))).toEqual(filesIn(directoryOf(name)));
  }, 300_000);
});

describe('what every bundle leaves out', () => {
  it.each(lambdaNames)('are the languages that nobody reads, from %s', (name) => {
    expect(sourcesOf(name).filter((source) => /\/zod\/.*\/locales\/(?!en\.)/.test(source))).toEqual([]);
  });
});

describe('what is uploaded', () => {
  it.each(lambdaNames)('for %s holds no secret', (name) => {
    const directory = directoryOf(name);
    const files = readdirSync(directory).filter((file) => file.endsWith('.mjs'));

    expect(files).toContain('index.mjs');
    for (const file of files)
      expect(readFileSync(join(directory, file), 'utf8')).not.toMatch(
        /AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|\bsk-[\w-]{20,}|\bhf_[A-Za-z]{20,}|eyJ[\w-]{20,}\.eyJ/,
      );
  });
});

describe('the bundle of an API function', () => {
  it.each(apiBundles)('$name weighs no more than $bytes bytes', ({ name, bytes }) => {
    const sizes = loadedWith(name).map((file) => statSync(file).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(bytes);
  });

  it.each(apiBundles)(
    '$name reads one file with all that it needs at the start, whatever it reads later',
    ({ name }) => {
      const sizes = loadedWith(name).map((file) => statSync(file).size);
      expect(sizes.filter((size) => size > 2 * kilobyte)).toHaveLength(1);
    },
  );

  it.each(apiBundles)('$name imports none of the modules of Node: all that each has would be read', ({ name }) => {
    const imported = loadedWith(name).flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/\b(?:from|import)"([^"]+)"/g),
    ]);
    expect(imported.map(([, specifier = '']) => specifier).filter(isBuiltin)).toEqual([]);
  });

  /** A thousand shapes were a quarter of the time until a function was ready. Those of many fields are made by shared/contracts/when-used.ts. */
  it.each(apiBundles)(
    '$name makes few shapes at the start: most are made with the first value they check',
    async ({ name }) => {
      const { shapes } = (await runOn(name, './load-bundle.ts')) as { shapes: number };
      expect(shapes).toBeGreaterThan(0);
      expect(shapes).toBeLessThanOrEqual(mostShapesAtStart);
    },
  );

  /** The registry, its cards and the names of failures are data, which estimates, exports and decisions read as well. */
  const ofTheStudio =
    /\/shared\/(models\/(?!registry|model-card|offline-studio-card|errors\.ts|configured-cards\.ts|price-overrides\.ts)|agents\/)|canvaskit|h264-mp4-encoder|mediabunny/;

  it.each(apiBundles)('$name holds no AI code', ({ name }) => {
    expect(sourcesOf(name).filter((source) => ofTheStudio.test(source))).toEqual([]);
    for (const file of loadedWith(name)) expect(readFileSync(file, 'utf8')).not.toMatch(/canvaskit|media-worker/);
  });

  it.each(studioLambdaNames)('would be caught with AI code, which %s does hold', (name) => {
    expect(sourcesOf(name).filter((source) => ofTheStudio.test(source))).not.toEqual([]);
  });

  it('is meant by these rules unless it calls models, is a step of the playbook or runs by a schedule', () => {
    const ruled = [
      ...Object.keys(largestApiBundles),
      ...studioLambdaNames,
      ...playbookLambdaNames,
      ...scheduledLambdaNames,
    ];
    expect([...new Set(ruled)].sort()).toEqual([...lambdaNames].sort());
  });
});

describe('the bundle of a function that calls models', () => {
  /** Run-agent's work is nothing but models; the API also answers for what was made, and may have other models than the studio. */
  it('reads the studio, and the whole way of a model call, when it is first asked, where it serves the API', () => {
    const sizes = loadedWith('generation').map((file) => statSync(file).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(460 * kilobyte);
  });

  it.each(studioLambdaNames)('draws pictures and makes films with what lies beside it: %s', async (name) => {
    expect(await runOn(name, './run-studio-worker.ts')).toEqual({
      picture: expect.stringMatching(/^\x89PNG\r\n/),
      photo: expect.stringMatching(/^\xff\xd8\xff/),
      film: expect.stringMatching(/^.{4}ftyp/s),
    });
  });
});
