import type { Context } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { scheduledFunction } from './scheduled-function.ts';
import { gatedPhaseSchema, taskFunction, waitingPhaseSchema } from './task-function.ts';

const context = { awsRequestId: 'request-1' } as Context;
const phase = { workspaceId: 'wsp_a', campaignId: 'cmp_01JD0000000000000000000000', phaseId: 'seo' };
afterEach(() => void vi.restoreAllMocks());

describe('a step', () => {
  it('gets its input checked and answers what Step Functions hands on, null for nothing', async () => {
    const asked: unknown[] = [];
    const step = (answer: unknown) =>
      taskFunction(phaseReferenceSchema, async (input) => {
        asked.push(input);
        return answer;
      });
    expect(await step({ outcome: 'DONE' })(phase, context)).toEqual({ outcome: 'DONE' });
    expect(await step(undefined)(phase, context)).toBeNull();
    expect(asked).toEqual([phase, phase]);
  });

  it('is not begun with an input of another shape', async () => {
    vi.spyOn(logger, 'error').mockImplementation(() => {});
    const step = vi.fn(async () => undefined);
    await expect(taskFunction(phaseReferenceSchema, step)({ ...phase, phaseId: 'Not One' }, context)).rejects.toThrow();
    expect(step).not.toHaveBeenCalled();
  });

  it('names the invocation, the campaign and the phase on every line, and nothing else of its input', async () => {
    const [reset, append] = [vi.spyOn(logger, 'resetKeys'), vi.spyOn(logger, 'appendKeys')];
    const input = { ...phase, taskToken: 'secret' };
    await taskFunction(gatedPhaseSchema, async () => undefined)(input, context);
    expect(reset).toHaveBeenCalledOnce();
    expect(append.mock.calls).toEqual([
      [{ requestId: 'request-1' }],
      [{ campaignId: phase.campaignId, phaseId: phase.phaseId }],
    ]);
  });

  it('fails under the name of its error, by which Step Functions goes on, and logs it', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const failure = Object.assign(new Error('busy'), { name: 'ModelUnavailable' });
    const failing = taskFunction(phaseReferenceSchema, () => Promise.reject(failure));
    await expect(failing(phase, context)).rejects.toBe(failure);
    expect(logged).toHaveBeenCalledExactlyOnceWith('A step failed', failure);
  });
});

it.each([
  [gatedPhaseSchema, { ...phase, taskToken: 'token' }, true],
  [gatedPhaseSchema, { ...phase, taskToken: '' }, false],
  [gatedPhaseSchema, { ...phase, taskToken: 'x'.repeat(2049) }, false],
  [gatedPhaseSchema, phase, false],
  [waitingPhaseSchema, { ...phase, taskToken: 'token', executionStartedAt: '2026-11-26T10:00:00.000Z' }, true],
  [waitingPhaseSchema, { ...phase, taskToken: 'token' }, false],
] as const)(
  'a step that waits is begun with a token, and with the start of its execution',
  (schema, input, isRight) => {
    expect(schema.safeParse(input).success).toBe(isRight);
  },
);

describe('scheduled work', () => {
  it('is done whatever the event says, under the id of its invocation', async () => {
    const [reset, append] = [vi.spyOn(logger, 'resetKeys'), vi.spyOn(logger, 'appendKeys')];
    const work = vi.fn(async () => {});
    await scheduledFunction(work)({ anything: 1 }, context);
    expect(work).toHaveBeenCalledExactlyOnceWith(context);
    expect(reset).toHaveBeenCalledOnce();
    expect(append).toHaveBeenCalledExactlyOnceWith({ requestId: 'request-1' });
  });

  it('that fails is logged, and thrown so that it is tried again', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const failure = new Error('the table is away');
    await expect(scheduledFunction(() => Promise.reject(failure))({}, context)).rejects.toBe(failure);
    expect(logged).toHaveBeenCalledExactlyOnceWith('Scheduled work failed', failure);
  });
});
