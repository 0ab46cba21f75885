// The sentences in which the system gives its own reasons: why a model was asked, why a phase was left out. They are recorded in English, for logs
// and exports; whoever shows them in another language reads here what they say.

const onlyOne = 'the only one there is';
const named = 'named by a person';
const first = 'the first of the registry that can do it';
const afterOthers = 'next in line after others';

/** Why a model was asked, as it is recorded with the call. */
export const whyAsked = {
  onlyOne: () => onlyOne,
  named: () => named,
  first: () => first,
  afterOthers: () => afterOthers,
  drawn: (of: number, criterion: string, known?: { readonly worth: number; readonly seen: number }) =>
    `drawn first of ${of} for ${criterion}: ${
      known ? `worth ${known.worth} of 100 in ${known.seen} so far` : 'new here, judged by its price list'
    }`,
  failedBefore: (model: string, reason: string) => `next in line: ${model} failed (${reason})`,
  restsNow: (model: string) => `next in line: ${model} is left alone`,
  leftOut: (model: string, because: string) => `next in line: ${model} was left out, because ${because}`,
};

export type WhyAsked =
  | { readonly kind: 'onlyOne' | 'named' | 'first' | 'afterOthers' }
  | { readonly kind: 'drawn'; readonly of: string; readonly worth?: string; readonly seen?: string }
  | { readonly kind: 'failedBefore' | 'restsNow' | 'leftOut'; readonly model: string };

const plain = new Map([
  [onlyOne, 'onlyOne'],
  [named, 'named'],
  [first, 'first'],
  [afterOthers, 'afterOthers'],
] as const);

/** What a recorded sentence says; undefined where it is not one of ours. */
export function readWhyAsked(sentence: string): WhyAsked | undefined {
  const kind = plain.get(sentence as typeof first);
  if (kind) return { kind };
  const drawn = /^drawn first of (\d+) for .+?: (?:worth (\d+) of 100 in (\d+) so far|new here)/.exec(sentence);
  if (drawn) {
    const [, of = '', worth, seen] = drawn;
    return { kind: 'drawn', of, ...(worth && seen ? { worth, seen } : {}) };
  }
  const next = /^next in line: (.+?) (failed \(|is left alone|was left out)/.exec(sentence);
  if (!next) return undefined;
  const [, model = '', how] = next;
  if (how === 'failed (') return { kind: 'failedBefore', model };
  return { kind: how === 'is left alone' ? 'restsNow' : 'leftOut', model };
}

export const whySkipped = {
  byPerson: () => 'a person chose to go on without it',
  missing: (inputs: readonly { readonly name: string; readonly phaseId: string }[]) =>
    `needs ${inputs.map(({ name, phaseId }) => `${name} from ${phaseId}`).join(', ')}, which did not come`,
};

export type WhySkipped =
  | { readonly kind: 'byPerson' }
  | { readonly kind: 'missing'; readonly phaseIds: readonly string[] };

/** What it says of a phase that was left out; undefined where a person said it. */
export function readWhySkipped(sentence: string): WhySkipped | undefined {
  if (sentence === whySkipped.byPerson()) return { kind: 'byPerson' };
  const [, inputs] = /^needs (.+), which did not come$/.exec(sentence) ?? [];
  const phaseIds = inputs?.split(', ').map((input) => input.split(' from ').at(-1) ?? '');
  return phaseIds && { kind: 'missing', phaseIds: [...new Set(phaseIds)] };
}
