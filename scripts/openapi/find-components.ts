// Names for the shapes that many operations share, so that the document is readable: every object, union and enumeration that
// shared/contracts exports as `…Schema` becomes a component of that name. A new contract is named the day it is written.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const contractsDirectory = fileURLToPath(new URL('../../shared/contracts', import.meta.url));

/** Every nameable schema of the contracts. Throws when two different ones would have the same name. */
export async function findComponents(): Promise<Record<string, z.ZodType>> {
  const found = new Map<string, z.ZodType>();
  for (const file of contractFiles()) {
    const module: Record<string, unknown> = await import(join(contractsDirectory, file));
    for (const [name, schema] of nameable(module)) {
      if ([...found.values()].includes(schema)) continue;
      if (found.has(name))
        throw new Error(`Two contracts are called ${name}; one of them is in shared/contracts/${file}`);
      found.set(name, schema);
    }
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const contractFiles = () =>
  readdirSync(contractsDirectory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort();

/** `campaignSchema` is called Campaign; `CMO` of `agentOutputSchemas` is called CMOOutput. */
function nameable(module: Record<string, unknown>): [string, z.ZodType][] {
  return Object.entries(module).flatMap(([name, exported]): [string, z.ZodType][] => {
    const value = exported instanceof z.ZodLazy ? exported.unwrap() : exported;
    if (name.endsWith('Schema') && isNameable(value)) return [[capitalised(name.slice(0, -'Schema'.length)), value]];
    if (name !== 'agentOutputSchemas' || typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([agent, schema]): [string, z.ZodType][] =>
      isNameable(schema) ? [[`${agent.split('-').map(capitalised).join('')}Output`, schema]] : [],
    );
  });
}

const isNameable = (value: unknown): value is z.ZodType =>
  value instanceof z.ZodObject || value instanceof z.ZodUnion || value instanceof z.ZodEnum;

const capitalised = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
