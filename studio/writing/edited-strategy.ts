// What a person changed in the strategy: messages that the studio did not write are said by every text that follows, and
// facts that were taken out are told no more. The studio knows its own sentences: it can write them again.
import type { AgentOutput, BriefContext } from '../../shared/contracts/agent-outputs.ts';
import { catalogues, documentFrames } from './catalogue.ts';
import { composeStrategy } from './compose-strategy.ts';
import type { Slots } from './fill-frame.ts';
import { asSentence, finished, foreignLines, letters } from './own-lines.ts';
import { eachText, upperFirst } from './plain-text.ts';
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
  const documents = documentFrames(voice.language, voice.goal);
  const edited = foreignLines(strategyReport.keyMessages, 'message', voice, documents).map(asSentence);
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

/** Facts that the strategy told as the studio first wrote it, and tells no more. Where none of its messages is left, it was another strategy. */
function removedFacts(voice: Voice, brief: BriefContext, given: Strategy): ReadonlySet<string> {
  const { language } = voice;
  const before = voiceFor(brief, { agent: 'CMO', language, facts: {}, feedback: [] });
  const said = (text: string) => finished(text, before);
  const first = composeStrategy(undefined, before).strategyReport;
  const kept = new Set(given.keyMessages.map(letters));
  if (!first.keyMessages.some((text) => kept.has(letters(said(text))))) return new Set();
  const [told = '', tells = ''] = [eachText(first, said), given].map((report) => letters(JSON.stringify(report)));
  const isGone = (fact: string) => told.includes(letters(said(fact))) && !tells.includes(letters(said(fact)));
  return new Set([...voice.facts, ...voice.proofs].filter(isGone));
}
