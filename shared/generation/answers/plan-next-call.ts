// What is asked after an answer that is of no use: one repair by the same model, or once more room for one that was cut off, then other models
// with the request as it was, then nobody. Pure: the calls made so far are its whole memory, so that a repeated step goes on where it was.
import type { Unusable } from './answer-reading.ts';

/** Another model costs another time of waiting: a person is asked sooner than a fourth. */
export const mostModels = 3;
export const mostCalls = 4;

/** `fresh`: the request as it is; `repair`: with the answer and its faults; `longer`: the request, with room for twice as much. */
export type CallKind = 'fresh' | 'repair' | 'longer';

export interface PastCall {
  /** Its number among the texts of the attempt. */
  readonly ordinal: number;
  readonly kind: CallKind;
  readonly provider: string;
  readonly model: string;
  readonly why: Unusable;
}

export interface NextCall<Model> {
  readonly kind: CallKind;
  /** In the order in which they are to be asked. */
  readonly models: readonly Model[];
}

interface Asked {
  readonly card: { readonly provider: string; readonly id: string };
}

/** Undefined where a person must decide. */
export function planNextCall<Model extends Asked>(
  past: readonly PastCall[],
  candidates: readonly Model[],
): NextCall<Model> | undefined {
  const last = past.at(-1);
  if (!last) return { kind: 'fresh', models: candidates };
  if (past.length >= mostCalls) return undefined;
  const same = candidates.filter(({ card }) => isOf(last, card));
  const mayMend = last.kind === 'fresh' && past.every(({ kind }) => kind === 'fresh') && same.length > 0;
  if (mayMend && last.why === 'cut') return { kind: 'longer', models: same };
  if (mayMend && (last.why === 'unfit' || last.why === 'unreadable')) return { kind: 'repair', models: same };
  return anotherModel(past, candidates);
}

/** The models that have not been asked, with the request as it was. */
export function anotherModel<Model extends Asked>(
  past: readonly PastCall[],
  candidates: readonly Model[],
): NextCall<Model> | undefined {
  const asked = new Set(past.map(({ provider, model }) => `${provider} ${model}`));
  const models = candidates.filter(({ card }) => !past.some((call) => isOf(call, card)));
  return asked.size >= mostModels || models.length === 0 ? undefined : { kind: 'fresh', models };
}

const isOf = ({ provider, model }: PastCall, card: Asked['card']): boolean =>
  card.provider === provider && card.id === model;
