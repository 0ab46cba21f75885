import { expect, it, vi } from 'vitest';
import { defaultPlaybook } from '../domain/playbook/default-playbook.ts';
import { playbookOf } from './find-playbook.ts';

vi.mock('../domain/playbook/playbooks.ts', () => ({
  playbooks: {
    sound: defaultPlaybook,
    looping: {
      ...defaultPlaybook,
      id: 'looping',
      phases: defaultPlaybook.phases.map((phase) => (phase.id === 'research' ? { ...phase, dependsOn: ['copy'] } : phase)),
    },
  },
})); // biome-ignore format: a playbook

it('refuses a brief whose playbook waits for itself, with the place and the reason', () => {
  expect(playbookOf({ playbookId: 'sound' })).toBe(defaultPlaybook);
  for (let time = 0; time < 2; time += 1)
    expect(() => playbookOf({ playbookId: 'looping' })).toThrow(
      expect.objectContaining({
        code: 'validation-failed',
        message: 'The playbook "looping" cannot run to its end.',
        fieldErrors: [{ pointer: expect.stringMatching(/dependsOn$/), detail: expect.stringContaining('waits for itself') }],
      }),
    ); // biome-ignore format: an error
});
