// What README shows of `npm run campaign` is what that command shows: the campaign of its default brief, its phases and its budget.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBriefFile } from '../../cli/brief-file.ts';
import { defaultBriefFile } from '../../cli/campaign-arguments.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';

it('shows the campaign that the command above it runs', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, transcript = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  const brief = await readBriefFile(defaultBriefFile, { mode: 'AUTO' });

  expect(transcript.split('\n')[0]).toBe(`${brief.name} · ${brief.briefData.companyInfo.name} · auto`);
  const names = transcript.split('\n').flatMap((line) => /^ {2}[✓◐·○] (.{18})/u.exec(line)?.[1]?.trim() ?? []);
  expect(names).toEqual(defaultPlaybook.phases.map(({ name }) => name.en));
  expect(transcript).toContain(`of $${brief.aiBudgetUsd.toFixed(2)}`);
});
