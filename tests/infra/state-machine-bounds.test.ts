// What the definition of a campaign can come to at most: entries of its history, days of its execution, minutes of its tries. The figures in
// docs/decisions/2026-11-26-questions-are-counted.md and 2026-11-26-nobody-decides.md are held here.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lambdas, playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { maximumPhases } from '../../shared/contracts/playbook.ts';
import { longestRunDays } from '../../shared/domain/playbook/approval-deadlines.ts';
import { maximumRetries, maximumRevisions } from '../../shared/domain/playbook/governance.ts';
import { longestWaitSeconds, maximumPolls } from '../../shared/domain/playbook/poll-interval.ts';

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly BackoffRate: number;
  readonly MaxAttempts: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}
interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly Retrier[];
}
const file = new URL('../../statemachines/campaign.asl.json', import.meta.url);
const { States: outer } = JSON.parse(readFileSync(file, 'utf8'));
const inner: Record<string, State> = outer.RunPhases.ItemProcessor.States;
const state = (name: string): State => {
  const found = inner[name] ?? outer[name];
  if (!found) throw new Error(`There is no state ${name}`);
  return found;
};
const retrierOf = (name: string, error: string): Retrier => {
  const found = state(name).Retry?.find(({ ErrorEquals }) => ErrorEquals.includes(error));
  if (!found) throw new Error(`${name} does not try again after ${error}`);
  return found;
};
const day = 24 * 60 * 60;

/** Longest pause before each try; with full jitter the pause is anything from nothing to this, half of it on average. */
const pausesOf = ({ IntervalSeconds, BackoffRate, MaxAttempts, MaxDelaySeconds = Number.POSITIVE_INFINITY }: Retrier) =>
  Array.from({ length: MaxAttempts }, (_, tried) => Math.min(IntervalSeconds * BackoffRate ** tried, MaxDelaySeconds));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Entries of one visit: a task is entered, scheduled, started, ended and left, one that waits for a token also submitted. */
const entriesOf = (name: string): number => {
  const { Type, Resource = '' } = state(name);
  return Type === 'Task' ? (Resource.endsWith('.waitForTaskToken') ? 6 : 5) : 2;
};
/** Each try of a task is one that failed, and a new one scheduled, started and, where it waits for a token, submitted. */
const entriesOfTimeouts = (name: string): number => retrierOf(name, 'States.Timeout').MaxAttempts * 4;
const entries = (...names: string[]): number => sum(names.map(entriesOf));

describe('the history of the longest campaign', () => {
  const attempts = 1 + maximumRevisions + maximumRetries;
  const oneAttempt =
    entries('RunAgent', 'WhatNow', 'RequestApproval', 'Decided') + entriesOfTimeouts('RequestApproval');
  const onePhase = 2 + entries('OpenGate', 'CompletePhase') + entriesOfTimeouts('OpenGate') + attempts * oneAttempt;
  const onePoll = entries('WaitForJob', 'RunAgent', 'WhatNow');
  const whole = 1 + 4 + maximumPhases * onePhase + maximumPolls * onePoll + entries('FinishCampaign') + 2 + 1;

  it('makes nine entries for each question after a job', () => {
    expect(onePoll).toBe(9);
    expect(entriesOf('ParkFailure')).toBe(entriesOf('RequestApproval')); // a retry makes as many entries as a revision
    expect(entriesOfTimeouts('ParkFailure')).toBe(entriesOfTimeouts('RequestApproval'));
  });

  it('stays below the 25,000 that Step Functions allows, and leaves room for 400 tries', () => {
    expect(whole).toBeLessThan(25_000 - 400 * 3);
  });
});

describe('the execution of the longest campaign', () => {
  const waits = (name: string) =>
    (state(name).TimeoutSeconds ?? 0) * (1 + retrierOf(name, 'States.Timeout').MaxAttempts);
  const tries = (name: string) => sum((state(name).Retry ?? []).flatMap(pausesOf));

  it('asks a person for two weeks, with a reminder after one', () => {
    for (const name of ['RequestApproval', 'ParkFailure']) {
      expect(state(name).TimeoutSeconds).toBe(7 * day);
      expect(waits(name)).toBe(14 * day);
    }
  });

  it('ends within a year, however late people decide and however long it is paused', () => {
    const fromGateToEnd =
      tries('RunAgent') + longestWaitSeconds + (state('RunAgent').TimeoutSeconds ?? 0) + tries('CompletePhase');
    const lastQuestion = longestRunDays * day + waits('RequestApproval') + tries('RequestApproval');
    const lastGate = waits('OpenGate') + tries('OpenGate');

    // After the last answer, no phase waits for a person any more: each of a chain of 40 runs and ends.
    const whole = Math.max(lastQuestion, lastGate) + maximumPhases * fromGateToEnd + tries('FinishCampaign');

    expect(waits('OpenGate')).toBeGreaterThan(longestRunDays * day); // no gate gives up while people are still asked
    expect(whole / day).toBeLessThan(330);
  });
});

describe('the tries of a step', () => {
  it.each(playbookLambdaNames)('%s has time to answer before its state gives up, or waits for its token', (name) => {
    const states = { ...inner, FinishCampaign: outer.FinishCampaign as State };
    const own = Object.values(states).find((one) => JSON.stringify(one).includes(placeholderOf(name)));
    expect(own?.TimeoutSeconds).toBeGreaterThan(lambdas[name].timeoutSeconds);
  });

  it.each(['OpenGate', 'RunAgent', 'RequestApproval', 'ParkFailure'])(
    '%s waits about half an hour for a function that is free, and an hour at most',
    (name) => {
      const retrier = retrierOf(name, 'Lambda.TooManyRequestsException');
      expect(retrier.JitterStrategy).toBe('FULL');
      const most = sum(pausesOf(retrier)) / 60;
      expect(most / 2).toBeGreaterThan(27);
      expect(most / 2).toBeLessThan(33);
      expect(most).toBeLessThan(60);
    },
  );

  it('of an unavailable model take about half a minute, and a minute at most', () => {
    const most = sum(pausesOf(retrierOf('RunAgent', 'ModelUnavailable')));
    expect(most).toBe(62);
  });

  it.each(['CompletePhase', 'FinishCampaign'])('of %s go on for about an hour', (name) => {
    const most = sum(pausesOf(retrierOf(name, 'States.ALL'))) / 60;
    expect(most / 2).toBeGreaterThan(50);
    expect(most / 2).toBeLessThan(65);
  });
});

/** `open-gate` is `${OpenGateFunctionArn}` in the definition. */
function placeholderOf(lambda: string): string {
  const words = lambda.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  return `{${words.join('')}FunctionArn}`;
}
