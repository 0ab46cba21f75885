import { expect, it } from 'vitest';
import { defaultPlaybook } from '../domain/playbook/default-playbook.ts';
import { playbookOf } from './find-playbook.ts';

const phases = defaultPlaybook.phases.map((phase) =>
  phase.id === 'research' ? { ...phase, dependsOn: ['copy'] } : phase,
);
const known = { sound: defaultPlaybook, looping: { ...defaultPlaybook, id: 'looping', phases } };

it('refuses a brief whose playbook waits for itself, with the place and the reason', () => {
  expect(playbookOf({ playbookId: 'sound' }, known)).toBe(defaultPlaybook);
  for (let time = 0; time < 2; time += 1)
    expect(() => playbookOf({ playbookId: 'looping' }, known)).toThrow(
      expect.objectContaining({
        code: 'validation-failed',
        message: 'The playbook "looping" cannot run to its end.',
        fieldErrors: [{ pointer: expect.stringMatching(/dependsOn$/), detail: expect.stringContaining('waits for itself') }],
      }),
    ); // biome-ignore format: an error
});
