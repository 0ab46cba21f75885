// What a person wrote into the study: the strategy notes it, for whoever decides about it.
import type { AgentOutput, BriefContext } from '../../shared/contracts/agent-outputs.ts';
import { composeMarketAnalysis } from './compose-market-analysis.ts';
import { finished, letters } from './own-lines.ts';
import { eachText } from './plain-text.ts';
import { voiceFor } from './voice.ts';

type Study = AgentOutput<'MarketAnalyst'>['marketAnalysisReport'];

/** Its points that the studio did not write. Where few are the studio's, it is another study, written after feedback. */
export function addedToStudy(given: Study, briefContext: BriefContext): string[] {
  const { language } = briefContext;
  const voice = voiceFor(briefContext, { agent: 'MarketAnalyst', language, facts: {}, feedback: [] });
  const written = eachText(composeMarketAnalysis({ briefContext, analysisDepth: 'detailed' }, voice), (text) =>
    finished(text, voice),
  );
  const own = new Set(textsIn(written).map(letters));
  const points = textsIn(given.slides.map(({ title: _title, ...slide }) => slide));
  const added = points.filter((text) => !own.has(letters(text)));
  return added.length * 2 > points.length ? [] : added;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
