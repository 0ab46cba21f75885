// What is asked of DynamoDB in its own words: conditions, changes and the names and values in them. Knows no client.
import { versionOf } from './item-versions.ts';
import type { Key } from './keys.ts';

export type Item = Record<string, unknown>;

export interface Condition {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

/** A change in the words of DynamoDB: clauses such as `SET #status = :status`. */
export interface Change extends Condition {
  readonly condition?: string;
}

/** A condition as a request says it; nothing without one. */
export const onlyIf = (condition: Condition | undefined) =>
  condition ? { ConditionExpression: condition.expression, ...placeholders(condition) } : {};

/** A change as a request says it. */
export const updateOf = (change: Change) => ({
  UpdateExpression: change.expression,
  ...(change.condition ? { ConditionExpression: change.condition } : {}),
  ...placeholders(change),
});

const placeholders = ({ names, values }: Condition) => ({
  ...(names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
  ...(values && Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
});

const exists = 'attribute_exists(pk)';
/** The same change, of an item that must be there. */
export const existing = (change: Change): Change => ({
  ...change,
  condition: change.condition ? `${exists} AND (${change.condition})` : exists,
});

/** A change among other writes, which begins its item unless its condition asks for it. */
export const amongOthers = (key: Key, change: Change): Change =>
  change.condition?.startsWith(exists) ? change : beginning(key, change);

/** The same change, which also says the version of an item that it begins. */
export function beginning(key: Key, change: Change): Change {
  if (!change.expression.startsWith('SET ')) throw new TypeError('A change that may begin an item begins with SET');
  return {
    ...change,
    expression: change.expression.replace('SET ', 'SET v = if_not_exists(v, :v), '),
    values: { ...change.values, ':v': versionOf(key) },
  };
}

/** Assignments for a SET clause from a record: `#a = :a, #b = :b` with their placeholders. Undefined values are left out. */
export function assignments(values: Item): {
  clause: string;
  names: Record<string, string>;
  values: Record<string, unknown>;
} {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    clause: entries.map(([name]) => `#${name} = :${name}`).join(', '),
    names: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
  };
}
