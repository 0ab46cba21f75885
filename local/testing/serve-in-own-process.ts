import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Serves a service in a process of its own, to be killed; answers with what it is reached under. */
export async function serveInOwnProcess<Served>(
  service: 'cognito' | 'dynamodb' | 'sqs' | 'stepfunctions',
  ...args: string[]
): Promise<{ child: ChildProcess; served: Served & { endpoint: string } }> {
  const program = join(import.meta.dirname, 'service-process.ts');
  const child = spawn(process.execPath, [program, service, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, served: JSON.parse(String(line)) };
}
