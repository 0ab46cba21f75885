// Which section prints which agent's output. A playbook may use an agent twice, or never.
import type { AgentId } from '../../contracts/agents.ts';
import { type DossierPhase, outputOf } from '../campaign-dossier.ts';
import { articleSection } from './article-section.ts';
import { briefSection } from './brief-section.ts';
import { calendarSection } from './calendar-section.ts';
import { copySection } from './copy-section.ts';
import { forecastSection } from './forecast-section.ts';
import type { Markup } from './markup.ts';
import { videosSection, visualsSection } from './media-sections.ts';
import type { ReportContext } from './report-context.ts';
import { researchSection } from './research-section.ts';
import { scriptsSection } from './scripts-section.ts';
import { searchSection } from './search-section.ts';
import { strategySection } from './strategy-section.ts';

type Section = (context: ReportContext, entry: DossierPhase) => Markup | undefined;

const section =
  <Id extends AgentId>(
    agent: Id,
    print: (context: ReportContext, output: NonNullable<ReturnType<typeof outputOf<Id>>>) => Markup,
  ): Section =>
  (context, entry) => {
    const output = outputOf(entry, agent);
    return output && print(context, output);
  };

export const sections: Record<AgentId, Section> = {
  Human: section('Human', briefSection),
  MarketAnalyst: section('MarketAnalyst', researchSection),
  CMO: section('CMO', strategySection),
  Scriptwriter: section('Scriptwriter', scriptsSection),
  SEO: section('SEO', searchSection),
  Copywriter: section('Copywriter', copySection),
  ContentWriter: section('ContentWriter', articleSection),
  designer: section('designer', visualsSection),
  'video-producer': section('video-producer', videosSection),
  Social: section('Social', calendarSection),
  Analytics: section('Analytics', forecastSection),
};
