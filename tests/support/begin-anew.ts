// Set up for suites that share a process, and with it the packages that it has loaded: what the suites before have put into the environment is
// taken out again, and the project's modules are loaded anew, as a function reads its environment when it is loaded.
import { InvokeStore } from '@aws/lambda-invoke-store';
import { vi } from 'vitest';

/** Outlives the modules of a suite. */
const worker = globalThis as { environmentAtStart?: NodeJS.ProcessEnv };
worker.environmentAtStart ??= { ...process.env };

const { environmentAtStart } = worker;
for (const name of Object.keys(process.env)) if (!(name in environmentAtStart)) delete process.env[name];
Object.assign(process.env, environmentAtStart);
vi.resetModules();

// A process has one, made by who asks first: asked by a client of AWS, it would not keep the invocations of platforms apart.
await InvokeStore.getInstanceAsync(true);
