// Synthesises the stacks in this process, as `cdk synth` would with the context of cdk.json.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addStacks } from '../../infra/stacks/add-stacks.ts';

interface Synthesised {
  readonly root: App;
  readonly data: Template;
  readonly app: Template;
  /** Empty when synthesised for an emulator. */
  readonly web: Template;
  /** Where the bundled functions lie: for the caller to delete. Gone already when nothing was bundled. */
  readonly directory: string;
}

interface SynthesisOptions {
  /** Replaces values of cdk.json, as `-c` does. */
  readonly context?: Record<string, unknown>;
  /** Bundles the functions for real instead of giving them a placeholder. */
  readonly bundled?: boolean;
  /** Synthesises again what another suite has synthesised: to compare, or to change it. */
  readonly anew?: boolean;
}

const known = new Map<string, Synthesised>();

/** The stacks with this context. What is only read is synthesised once for all suites of a process. */
export function synthesise({ anew = false, ...options }: SynthesisOptions = {}): Synthesised {
  const name = JSON.stringify(options);
  const found = anew || options.bundled ? undefined : known.get(name);
  const synthesised = found ?? synthesiseNow(options);
  if (!anew && !options.bundled) known.set(name, synthesised);
  return synthesised;
}

function synthesiseNow({ context = {}, bundled = false }: Omit<SynthesisOptions, 'anew'>): Synthesised {
  const directory = mkdtempSync(join(tmpdir(), 'astromedia-synth-'));
  const root = new App({
    outdir: directory,
    context: { ...contextOfCdkJson(), ...(bundled ? {} : { 'aws:cdk:bundling-stacks': [] }), ...context },
  });
  const stacks = addStacks(root);
  const templates = {
    data: Template.fromStack(stacks.data),
    app: Template.fromStack(stacks.app),
    web: stacks.web ? Template.fromStack(stacks.web) : Template.fromJSON({ Resources: {} }),
  };
  if (!bundled) rmSync(directory, { recursive: true });
  return { root, ...templates, directory };
}

/** The stages of cdk.json with one setting of one of them replaced, or removed when undefined. */
export function withSetting(name: string, value: unknown, stage = 'dev'): Record<string, unknown> {
  const { stages } = contextOfCdkJson();
  return { stages: { ...stages, [stage]: { ...stages[stage], [name]: value } } };
}

function contextOfCdkJson(): { stages: Record<string, Record<string, unknown>> } {
  return JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')).context;
}
