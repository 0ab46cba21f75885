// The shape of an output as data: what a field may be, and what an empty one looks like. Pure.
import * as z from 'zod';
import { agentOutputSchemas } from '../../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../../shared/contracts/agents.ts';
import type { Json } from './json-edit.ts';

export interface Shape {
  readonly type?: string;
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly default?: Json;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly format?: string;
}

export const shapeOf = (agent: AgentId): Shape =>
  z.toJSONSchema(agentOutputSchemas[agent], { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;

/** The least that has the shape: empty texts, as many entries as there must be, the first of what may be chosen. */
export function emptyOf(shape: Shape): Json {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0] ?? '';
  const [first] = shape.oneOf ?? shape.anyOf ?? [];
  if (first) return emptyOf(first);
  if (shape.type === 'object')
    return Object.fromEntries(
      Object.entries(shape.properties ?? {})
        .filter(([name]) => shape.required?.includes(name))
        .map(([name, inner]) => [name, emptyOf(inner)]),
    );
  if (shape.type === 'array')
    return Array.from({ length: shape.minItems ?? 0 }, (_, place) => numbered(emptyOf(shape.items ?? {}), place));
  if (shape.type === 'number' || shape.type === 'integer') return Math.max(0, shape.minimum ?? 0);
  if (shape.type === 'boolean') return false;
  return '';
}

/** What people do not write: the place of a scene, and a name for an entry that others may refer to. */
export function numbered(item: Json, place: number): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return {
    ...item,
    ...('order' in item ? { order: place + 1 } : {}),
    ...('id' in item ? { id: `entry-${place + 1}` } : {}),
  };
}

/** What of several shapes a value has: the one whose fixed fields are the value's. */
export function shapeFor(shape: Shape | undefined, value: Json): Shape | undefined {
  const choices = shape?.oneOf ?? shape?.anyOf;
  if (!choices) return shape;
  const fits = (choice: Shape) =>
    Object.entries(choice.properties ?? {}).every(
      ([name, inner]) =>
        inner.const === undefined ||
        (typeof value === 'object' && value !== null && (value as Record<string, Json>)[name] === inner.const),
    );
  return choices.find(fits) ?? choices[0];
}

/** Agents hand on what a model answered under one name, which the model did not write. */
export function fittedAnswer(value: unknown, shape: Shape): Json {
  const [only, ...others] = Object.keys(shape.properties ?? {});
  const isWrapped = typeof value === 'object' && value !== null && only !== undefined && only in value;
  return fitted(only !== undefined && others.length === 0 && !isWrapped ? { [only]: value } : value, shape);
}

/** A value as far as the shape knows it: what a model answered beside or instead of it is left out, and what is missing is empty. */
export function fitted(value: unknown, shape: Shape): Json {
  const own = shapeFor(shape, value as Json) ?? shape;
  if (own.const !== undefined) return own.const;
  if (own.type === 'object') {
    const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    return Object.fromEntries(
      Object.entries(own.properties ?? {})
        .filter(([name]) => own.required?.includes(name) || name in given)
        .map(([name, inner]) => [name, name in given ? fitted(given[name], inner) : emptyOf(inner)]),
    );
  }
  if (own.type === 'array')
    return Array.isArray(value) && value.length > 0
      ? value.map((item, place) => numbered(fitted(item, own.items ?? {}), place))
      : emptyOf(own);
  if (own.enum) return own.enum.find((known) => known === value) ?? own.enum[0] ?? '';
  if (own.type === 'number' || own.type === 'integer') return Number.isFinite(Number(value)) ? Number(value) : 0;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : emptyOf(own);
}
