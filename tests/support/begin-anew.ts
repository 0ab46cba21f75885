// Set up for suites that share a process, and with it the packages that it has loaded. What a suite puts into the environment is taken out again,
// and the next one loads the project's modules anew: a function reads its environment when it is loaded, and one process runs one platform.
import { InvokeStore } from '@aws/lambda-invoke-store';
import { afterAll, vi } from 'vitest';

const environment = { ...process.env };

// A process has one, made by who asks first: asked by a client of AWS, it would not keep the invocations of the platforms apart.
await InvokeStore.getInstanceAsync(true);

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  vi.resetModules();
});
