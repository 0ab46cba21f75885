import { describe, expect, it } from 'vitest';
import { constructId } from '../../infra/constructs/service-function.ts';
import { playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { synthesise } from './synthesise.ts';
import { lambdaAt, permissionsOf, resourcesOf } from './template-reading.ts';

interface State {
  readonly Type: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: unknown[];
  readonly Catch?: unknown[];
  readonly ItemProcessor?: Machine;
}
interface Machine {
  readonly States: Record<string, State>;
}

const { app } = synthesise();
const [machine, ...otherMachines] = resourcesOf(app, 'AWS::StepFunctions::StateMachine');
const definition: string = machine?.Properties.DefinitionString;
const substitutions: Record<string, unknown> = machine?.Properties.DefinitionSubstitutions;

const tasksOf = ({ States }: Machine): [string, State][] =>
  Object.entries(States).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [[name, state] satisfies [string, State]] : []),
    ...(state.ItemProcessor ? tasksOf(state.ItemProcessor) : []),
  ]);
const tasks = tasksOf(JSON.parse(definition));

describe('the state machine', () => {
  it('is the only one, standard, traced, and logs errors without data', () => {
    expect(otherMachines).toEqual([]);
    expect(machine?.Properties).toMatchObject({
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    });
  });

  it('has a value for every placeholder and a placeholder for every value', () => {
    const placeholders = [...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);

    expect([...new Set(placeholders)].sort()).toEqual(Object.keys(substitutions).sort());
  });

  it.each(playbookLambdaNames)('calls %s where its definition says so', (name) => {
    expect(lambdaAt(app, substitutions[`${constructId(name)}FunctionArn`])).toBe(name);
  });

  it('has a task for every function of the playbook', () => {
    expect(tasks.map(([name]) => name).sort()).toEqual(playbookLambdaNames.map(constructId).sort());
  });

  it.each(tasks)('gives up %s at last, tries it again and catches what remains', (_name, task) => {
    expect(task.TimeoutSeconds).toBeGreaterThan(0);
    expect(task.Retry).not.toHaveLength(0);
    expect(task.Retry).toBeInstanceOf(Array);
    expect(task.Catch).toContainEqual(expect.objectContaining({ ErrorEquals: ['States.ALL'] }));
  });

  it('may call exactly the functions of the playbook, besides traces and the delivery of logs', () => {
    const found = permissionsOf(app, machine?.Properties.RoleArn).filter(
      (line) => !/^(logs|xray):\w+ on \*$/.test(line),
    );

    expect(found).toEqual(playbookLambdaNames.map((name) => `lambda:InvokeFunction on ${constructId(name)}`).sort());
  });
});
