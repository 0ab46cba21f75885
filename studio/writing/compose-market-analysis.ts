// Writes the study of a brief: what it gives and lacks, kinds of competitor, then what to know before deciding. No market figure.
import type { z } from 'zod';
import type { marketAnalystFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { type Catalogue, catalogues, type Role } from './catalogue.ts';
import { channelName, type DocumentWriter, documentWriterFor } from './document-writer.ts';
import { lowerFirst, plainText } from './plain-text.ts';
import type { Voice } from './voice-of-brief.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];
type SlideName = keyof Catalogue['labels']['slides'];

export function composeMarketAnalysis(
  { analysisDepth }: z.infer<typeof marketAnalystFactsSchema>,
  voice: Voice,
): AgentOutput<'MarketAnalyst'> {
  const documents = documentWriterFor(voice, 'MarketAnalyst');
  const { slides } = catalogues[voice.language].labels;
  const title = (name: SlideName) => fitText(documents.fill(slides[name]), 160);
  const insight = (name: SlideName, points: readonly string[]): Slide => ({
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
  const further = () => [
    insight('evidence', documents.points(['evidence'], 2, 4)),
    insight('channels', channelPoints(voice, documents)),
    insight('calendar', documents.points(['calendar'], 2, 5)),
    insight('open', [...openQuestions(voice, documents), ...documents.points(['weakness', 'evidence'], 2, 3)]),
  ];
  return {
    marketAnalysisReport: {
      title: fitText(documents.points(['study'], 1, 1)[0] ?? voice.brand, 160),
      slides: [
        swot,
        { kind: 'benchmark', title: title('benchmark'), competitors: rivals(documents) },
        insight('public', [...documents.notes, ...documents.points(['public'], 3, 5)]),
        ...(analysisDepth === 'detailed' ? further() : []),
      ],
    },
  };
}

const rivals = ({ plan, fill }: DocumentWriter) =>
  plan.rivals.map(({ name, positioning, strength, gap }) => ({
    name: fitText(fill(name), 160),
    positioning: fill(positioning),
    strength: fill(strength),
    gap: fill(gap),
  }));

function channelPoints(voice: Voice, documents: DocumentWriter): string[] {
  const { channelRoles } = catalogues[voice.language].labels;
  const parted = voice.language === 'fr' ? ' : ' : ': ';
  const roles = voice.channels
    .slice(0, 6)
    .map((channel) =>
      documents.fill(`${channelName(channel, voice)}${parted}${lowerFirst(documents.fill(channelRoles[channel]))}`),
    );
  return roles.length > 1 ? roles : [...roles, ...documents.points(['calendar'], 1, 1)];
}

/** What the reading of the brief did not understand, and words in another language: said, not hidden. */
export function openQuestions({ reading, foreign, language }: Voice, { fill }: DocumentWriter): string[] {
  const questions = reading.notUnderstood.map(({ question }) => fitText(plainText(question, language), 580));
  const [topic] = foreign;
  return topic
    ? [fill(catalogues[language].labels.notes.foreign, { topic }), ...questions.slice(0, 3)]
    : questions.slice(0, 4);
}
