// Builds the application once for the sources as they are, and prints the folder. What was built before is found by a hash of all that goes
// into it. Run by whoever serves or deploys the application, as a program of its own: a bundler is large.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const builds = join(root, 'web', 'dist');
const sources = [
  'web/**/*',
  'shared/{client,contracts,outputs}/**/*',
  'shared/domain/{calendar/calendar-days,costs/money}.ts',
  'package-lock.json',
];
/** What is kept beside the newest: another checkout of the same sources, or a tab that is still open. */
const kept = 3;

const isSource = (path: string) => !path.startsWith('web/dist') && /\.\w+$/.test(path) && !/\.test\.tsx?$/.test(path);

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const paths: string[] = [];
  for await (const path of glob(sources, { cwd: root })) if (isSource(path.replaceAll('\\', '/'))) paths.push(path);
  for (const path of paths.sort()) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}

/** Built beside its place and moved there: who looks finds all of it or nothing. */
async function buildInto(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(builds, { recursive: true });
  await build({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: unfinished, emptyOutDir: true },
  });
  await rename(unfinished, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true }); // somebody else was faster with the same
  });
}

async function forgetOld(current: string): Promise<void> {
  const names = (await readdir(builds)).filter((name) => name !== current && !name.includes('.'));
  const others = await Promise.all(
    names.map(async (name) => ({ name, made: (await stat(join(builds, name))).mtimeMs })),
  );
  const oldest = others.sort((one, other) => other.made - one.made).slice(kept);
  for (const { name } of oldest) await rm(join(builds, name), { recursive: true, force: true });
}

// Whoever runs this may be a test: React would then be built for developers.
process.env['NODE_ENV'] = 'production';
const name = await hashOfSources();
const folder = join(builds, name);
if (!existsSync(folder)) {
  await buildInto(folder);
  await forgetOld(name);
}
process.stdout.write(folder);
