// A text model of several: asks as agents' tools ask, counts what was needed of each model, and stops before the money is used up.

import { faultsInWords } from '../../shared/generation/answers/answer-reading.ts';
import { askUntilValid } from '../../shared/generation/answers/ask-until-valid.ts';
import { readText } from '../../shared/generation/answers/read-text.ts';
import type { TextModel } from '../../shared/models/model.ts';
import { costOf, worstCaseOf } from '../../shared/models/model-card.ts';

/** What one model took and brought. Money in micro-dollars, times in milliseconds. */
interface Taken {
  calls: number;
  'as-is': number;
  fixed: number;
  repaired: number;
  invalid: number;
  costMicroUsd: number;
  milliseconds: number;
}

export class CapReached extends Error {
  override readonly name = 'CapReached';
}

export function meteredText(candidates: readonly TextModel[], capMicroUsd: number, now = () => performance.now()) {
  const taken = new Map<string, Taken>();
  let spentMicroUsd = 0;
  const of = (id: string): Taken => {
    const known = taken.get(id) ?? {
      calls: 0,
      'as-is': 0,
      fixed: 0,
      repaired: 0,
      invalid: 0,
      costMicroUsd: 0,
      milliseconds: 0,
    };
    taken.set(id, known);
    return known;
  };
  const [first] = candidates;
  if (!first) throw new Error('No model was given');

  const text: TextModel = {
    card: first.card,
    async generate(request) {
      const made = await askUntilValid({
        ...{ request, candidates, firstOrdinal: 1 },
        async call({ kind, models: [model], request: sent }) {
          if (!model) throw new Error('No model was given');
          const most = {
            inputTokens: Buffer.byteLength(sent.system + sent.prompt),
            outputTokens: sent.maximumOutputTokens,
          };
          if (spentMicroUsd + worstCaseOf(model.card, most) > capMicroUsd)
            throw new CapReached(
              `The next call could pass the cap: $${spentMicroUsd / 1e6} of $${capMicroUsd / 1e6} are spent.`,
            );
          const began = now();
          const answer = await model.generate(sent);
          const costMicroUsd = answer.usage.costMicroUsd ?? costOf(model.card, answer.usage);
          spentMicroUsd += costMicroUsd;
          const read = readText(answer, sent, kind);
          const own = of(model.card.id);
          own.calls += 1;
          own[read.answered.answered ?? 'invalid'] += 1;
          own.costMicroUsd += costMicroUsd;
          own.milliseconds += now() - began;
          return { reading: read.reading, provider: model.card.provider, model: model.card.id, text: answer.text };
        },
      });
      if ('unanswered' in made) throw new Error(`No answer fits: ${faultsInWords(made.unanswered.reading.faults)}`);
      return {
        text: JSON.stringify(made.output),
        ended: 'stop',
        usage: { inputTokens: 0, outputTokens: 0 },
        warnings: [],
      };
    },
  };
  return { text, report: () => Object.fromEntries(taken), spentMicroUsd: () => spentMicroUsd };
}
