// Proofs are tests that ran and passed, not titles in files: after a run, every proof that docs/FEATURES.md names in a suite of that run must be
// among its passed tests. What is skipped, filtered out by `.only` or renamed fails the run; what a suite skips by a condition (a program is
// missing on this machine) is named only.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { matches, type Proof, proofsIn } from './proofs.ts';

const features = fileURLToPath(new URL('../../docs/FEATURES.md', import.meta.url));

export default class ProofReporter implements Reporter {
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.#isFiltered) return;
    const proofs = proofsIn(readFileSync(features, 'utf8'));
    const unproven = modules.flatMap((module) => {
      const named = proofs.filter(({ file }) => module.moduleId.endsWith(`/${file}`));
      const lacks = (state: 'passed' | 'skipped') => {
        const names = [...module.children.allTests(state)].map(({ name }) => name);
        return ({ title }: Proof) => !names.some((name) => matches(title, name));
      };
      const missing = named.filter(lacks('passed'));
      const hasCondition = missing.length > 0 && readFileSync(module.moduleId, 'utf8').includes('.skipIf(');
      for (const { file, title } of hasCondition ? missing : [])
        console.warn(`Not proven on this machine: ${file}: "${title}"`);
      return hasCondition ? missing.filter(lacks('skipped')) : missing;
    });
    if (unproven.length === 0) return;
    process.exitCode = 1;
    console.error('docs/FEATURES.md names these as proofs, and none of them ran and passed:');
    for (const { file, title } of unproven) console.error(`  ${file}: "${title}"`);
  }
}
