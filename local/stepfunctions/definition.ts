// The one state machine, made ready for the library that runs it. It runs as much of ASL as the project's own definition uses, and would ignore some
// of the rest in silence: tests/infra/local-platform.test.ts holds the definition to what runs here.
import { readFile } from 'node:fs/promises';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { definitionPlaceholder } from '../../shared/contracts/resources.ts';

/** setTimeout's longest delay in whole seconds (2^31 - 1 ms), 24.8 days: the longest time-out this machine can keep. */
export const maximumTimeoutSeconds = 2_147_483;

/**
 * What the library is told in place of what stands there. A task's time is kept by who runs it, from the moment in which its function begins; a
 * Map has no limit on AWS, and in the library 40: one that nobody reaches, more than the items that 256 KiB of input can hold.
 */
const toldTheLibrary: Readonly<Record<string, number>> = {
  TimeoutSeconds: maximumTimeoutSeconds,
  MaxConcurrency: 1_000_000,
};

/** What the runner must know about one Task state of a definition. */
export interface TaskState {
  readonly name: string;
  /** It goes on with what is sent for its token, not with the function's answer. */
  readonly waitsForToken: boolean;
  readonly timeoutSeconds: number;
}

/** A definition made ready to run any number of times. */
export interface PreparedDefinition {
  readonly machine: StateMachine;
  readonly tasks: readonly TaskState[];
}

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number;
  readonly ItemProcessor?: { readonly States: States };
}
type States = Readonly<Record<string, State>>;

/** The project's definition with the names of the functions in the places where infra/ puts their ARNs. */
export async function readCampaignDefinition(): Promise<string> {
  const text = await readFile(new URL('../../statemachines/campaign.asl.json', import.meta.url), 'utf8');
  return playbookLambdaNames.reduce(
    (filled, name) => filled.replaceAll(`\${${definitionPlaceholder(name)}}`, name),
    text,
  );
}

/**
 * Reads ASL text for aws-local-stepfunctions 3.0.0. Left as the library has it: `$$.Map.Item` is only known to ItemSelector,
 * `$$.Execution.Input` inside a Map is the item, `$` does not find an item that is 0, false or "".
 */
export const prepareDefinition = (definitionText: string): PreparedDefinition => {
  const told: StateMachineDefinition = JSON.parse(definitionText, (name, value) => toldTheLibrary[name] ?? value);
  const machine = new StateMachine(told, { validationOptions: { noValidate: true } });
  return { machine, tasks: tasksOf(JSON.parse(definitionText).States) };
};

const tasksOf = (states: States): TaskState[] =>
  Object.entries(states).flatMap(([name, { Type, Resource = '', TimeoutSeconds = 60, ItemProcessor }]) => {
    if (ItemProcessor) return tasksOf(ItemProcessor.States);
    if (Type !== 'Task') return [];
    return [{ name, waitsForToken: Resource.endsWith('.waitForTaskToken'), timeoutSeconds: TimeoutSeconds }];
  });
