// Writes the study of a brief: what it gives and lacks, kinds of competitor, then what to know before deciding. No market figure.
import type { z } from 'zod';
import type { marketAnalystFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import { workingNotes } from './asked-lines.ts';
import { type DocumentWriter, documentWriterFor } from './document-writer.ts';
import { channelName, channelRoles } from './frames/channel-roles.ts';
import type { Role } from './frames/goal-bank.ts';
import { lowerFirst, plainText, upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];

const titles: Record<Language, Record<'swot' | 'benchmark' | 'public' | 'evidence' | 'channels' | 'calendar' | 'open', (brand: string) => string>> = {
  fr: {
    swot: (brand) => `${brand} : forces, faiblesses, occasions, menaces`, benchmark: () => 'Ce que les gens font d’autre, et la place à prendre', public: () => 'Le public : ce qu’il sait, ce qui le retient',
    evidence: (brand) => `Ce que ${brand} peut prouver`, channels: () => 'Le rôle de chaque canal', calendar: () => 'Le calendrier', open: (brand) => `À préciser avec ${brand}`,
  },
  en: {
    swot: (brand) => `${brand}: strengths, weaknesses, opportunities, threats`, benchmark: () => 'What people do instead, and the place to take', public: () => 'The audience: what it knows, what holds it back',
    evidence: (brand) => `What ${brand} can prove`, channels: () => 'The part of each channel', calendar: () => 'The calendar', open: (brand) => `To settle with ${brand}`,
  },
}; // biome-ignore format: a table

export function composeMarketAnalysis(
  { analysisDepth }: z.infer<typeof marketAnalystFactsSchema>,
  voice: Voice,
): AgentOutput<'MarketAnalyst'> {
  const documents = documentWriterFor(voice, 'MarketAnalyst');
  const title = (name: keyof (typeof titles)['fr']) =>
    fitText(titles[voice.language][name](voice.brand === voice.name ? voice.name : upperFirst(voice.brand)), 160);
  const insight = (name: keyof (typeof titles)['fr'], points: readonly string[]): Slide => ({
    kind: 'insight',
    title: title(name),
    points: points.slice(0, 6),
  });
  const points = (...roles: Role[]) => documents.points(roles, 2, 3);
  const swot: Slide = {
    kind: 'swot',
    title: title('swot'),
    strengths: points('strength'),
    weaknesses: points('weakness'),
    opportunities: points('opportunity'),
    threats: points('threat'),
  };
  const publicSlide = insight('public', [...workingNotes(voice), ...documents.points(['public'], 3, 5)]);
  const further =
    analysisDepth === 'detailed'
      ? [
          insight('evidence', documents.points(['evidence'], 2, 4)),
          insight('channels', channelPoints(voice, documents)),
          insight('calendar', documents.points(['calendar'], 2, 5)),
          insight('open', [...openQuestions(voice), ...documents.points(['weakness', 'evidence'], 2, 3)]),
        ]
      : [];
  return {
    marketAnalysisReport: {
      title: fitText(documents.one('study'), 160),
      slides: [swot, benchmark(title('benchmark'), documents), publicSlide, ...further],
    },
  };
}

const benchmark = (title: string, { plan, fill }: DocumentWriter): Slide => ({
  kind: 'benchmark',
  title,
  competitors: plan.rivals.map(([name, positioning, strength, gap]) => ({
    name: fitText(fill(name), 160),
    positioning: fill(positioning),
    strength: fill(strength),
    gap: fill(gap),
  })),
});

function channelPoints({ channels, language }: Voice, documents: DocumentWriter): string[] {
  const parted = language === 'fr' ? ' : ' : ': ';
  const roles = channels
    .slice(0, 6)
    .map((channel) =>
      upperFirst(
        `${channelName(channel, language)}${parted}${lowerFirst(documents.fill(channelRoles[language][channel]))}`,
      ),
    );
  return roles.length > 1 ? roles : [...roles, ...documents.points(['calendar'], 1, 1)];
}

/** What the reading of the brief did not understand, and words in another language: said, not hidden. */
export function openQuestions({ reading, foreign, language }: Voice): string[] {
  const questions = reading.notUnderstood.map(({ question }) => fitText(plainText(question, language), 580));
  const [first] = foreign;
  if (!first) return questions.slice(0, 4);
  const note =
    language === 'fr'
      ? `Une partie du brief est écrite dans une autre langue que celle de la campagne et n’a pas été reprise dans les textes : à traduire, à commencer par « ${first} ».`
      : `Part of the brief is written in another language than the campaign’s and was left out of the texts: to be translated, beginning with “${first}”.`;
  return [fitText(note, 580), ...questions.slice(0, 3)];
}
