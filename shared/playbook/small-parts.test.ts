// Parts that are a decision each: which playbook a brief names, and what became of a task that was answered.
import { type SFNClient, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../domain/playbook/default-playbook.ts';
import { playbookOf } from './find-playbook.ts';
import { createTaskTokens } from './task-tokens.ts';

describe('the playbook of a brief', () => {
  it('is the one that it names', () => {
    expect(playbookOf({ playbookId: defaultPlaybook.id })).toBe(defaultPlaybook);
  });

  it.each(['ghost', 'constructor', '__proto__'])('is refused where it names %s, with those there are', (playbookId) => {
    expect(() => playbookOf({ playbookId })).toThrow(
      expect.objectContaining({
        code: 'validation-failed',
        fieldErrors: [{ pointer: '#/playbookId', detail: expect.stringContaining(defaultPlaybook.id) }],
      }),
    );
  });
});

describe('a waiting task', () => {
  const answering = (failure?: Error) => {
    const sent: unknown[] = [];
    const send = async ({ input }: { readonly input: unknown }) => {
      sent.push(input);
      if (failure) throw failure;
    };
    return { sent, tokens: createTaskTokens({ send } as unknown as SFNClient) };
  };
  const gone = { message: 'gone', $metadata: {} };

  it('goes on with what it is told', async () => {
    const { sent, tokens } = answering();
    expect(await tokens.succeed('token', { gate: 'OPEN' })).toBe(true);
    expect(sent).toEqual([{ taskToken: 'token', output: '{"gate":"OPEN"}' }]);
  });

  it.each([new TaskDoesNotExist(gone), new TaskTimedOut(gone)])('that is gone was answered by somebody else', async (failure) => {
    expect(await answering(failure).tokens.succeed('token', {})).toBe(false);
  }); // biome-ignore format: a row

  it('that could not be answered is heard of', async () => {
    await expect(answering(new Error('throttled')).tokens.succeed('token', {})).rejects.toThrow('throttled');
  });
});
