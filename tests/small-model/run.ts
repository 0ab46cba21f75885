// npm run test:small-model: the suite with a real small model, or a line that says why it is skipped.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepareModel } from './prepare-model.ts';

const reason = await prepareModel();
if (reason !== undefined) {
  console.log(`The suite with a real small model is skipped: ${reason}.`);
} else {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/small-model/vitest.config.ts'],
    { cwd: root, stdio: 'inherit', timeout: 170_000 },
  );
  process.exitCode = status ?? 1;
}
