// What a person changed in the strategy: messages that the studio did not write are said by every text that follows, and
// facts that were taken out are told no more. The studio knows its own sentences: it can write them again.
import type { AgentOutput, BriefContext } from '../../shared/contracts/agent-outputs.ts';
import { catalogues, documentFrames } from './catalogue.ts';
import { composeStrategy } from './compose-strategy.ts';
import { fillFrame, type Slots } from './fill-frame.ts';
import { eachText, upperFirst } from './plain-text.ts';
import { obeyRules } from './rules.ts';
import { finishText } from './typography.ts';
import { voiceFor } from './voice.ts';
import type { Voice } from './voice-of-brief.ts';

export type Strategy = AgentOutput<'CMO'>['strategyReport'];
interface Known {
  readonly briefContext: BriefContext;
  readonly strategyReport?: Strategy | undefined;
}

/** The same voice with what a person wrote into the strategy, and without the facts that were taken out of it. */
export function withEdits(voice: Voice, { briefContext, strategyReport }: Known): Voice {
  if (!strategyReport) return voice;
  const own = ownMessages(voice);
  const edited = strategyReport.keyMessages
    .filter((message) => !own.has(letters(message)))
    .map((message) => ended(upperFirst(message.trim())));
  const gone = removedFacts(voice, briefContext, strategyReport);
  if (gone.size === 0) return { ...voice, edited };
  const kept = <Text extends string>(texts: readonly Text[]) =>
    texts.filter((text) => ![...gone].some((fact) => text.includes(fact)));
  const facts = kept(voice.facts);
  const proofs = kept(voice.proofs);
  const { fallback } = catalogues[voice.language].labels;
  const slots: Slots = {
    ...voice.slots,
    proofs: proofs.slice(0, 3).join(voice.language === 'fr' ? ' ; ' : '; ') || fallback.proofs,
    list:
      facts.length > 1
        ? facts
            .slice(0, 4)
            .map((fact) => `• ${upperFirst(fact)}`)
            .join('\n')
        : undefined,
  };
  return { ...voice, edited, facts, proofs, runs: kept(voice.runs), slots };
}

const ended = (text: string): string => (/[.!?…»”"]$/u.test(text) ? text : `${text}.`);

/** Everything that the frames of a key message can say with this brief. */
function ownMessages(voice: Voice): ReadonlySet<string> {
  const parts: readonly Slots[] = [
    {},
    ...voice.facts.map((fact) => ({ fact })),
    ...voice.proofs.map((proof) => ({ proof })),
    ...voice.values.map((value) => ({ value })),
  ];
  const frames = documentFrames(voice.language, voice.goal).message ?? [];
  return new Set(
    frames.flatMap((frame) =>
      parts.flatMap((part) => {
        const text = fillFrame(frame, { ...voice.slots, ...part }, { ...voice, random: NO_CHANCE });
        return text ? [letters(finishText(obeyRules(text, voice.rules, voice.language), voice.variety))] : [];
      }),
    ),
  );
}

/** Frames of key messages leave nothing to chance. */
const NO_CHANCE: Parameters<typeof fillFrame>[2]['random'] = {
  next: () => 0,
  between: (least) => least,
  integer: (least) => least,
  pick: ([first]) => first,
};

/** Facts that the strategy told as the studio first wrote it, and tells no more. Where none of its messages is left, it was another strategy. */
function removedFacts(voice: Voice, brief: BriefContext, given: Strategy): ReadonlySet<string> {
  const { language } = voice;
  const before = voiceFor(brief, { agent: 'CMO', language, facts: {}, feedback: [] });
  const finished = (text: string) => finishText(obeyRules(text, before.rules, language), before.variety);
  const first = composeStrategy(undefined, before).strategyReport;
  const kept = new Set(given.keyMessages.map(letters));
  if (!first.keyMessages.some((text) => kept.has(letters(finished(text))))) return new Set();
  const [told = '', tells = ''] = [eachText(first, finished), given].map((report) => letters(JSON.stringify(report)));
  const isGone = (fact: string) => told.includes(letters(finished(fact))) && !tells.includes(letters(finished(fact)));
  return new Set([...voice.facts, ...voice.proofs].filter(isGone));
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\\[nt"]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
