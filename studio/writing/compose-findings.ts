// Reads the forecasts back to a person: what they say of the objectives and what to watch first.
import type { z } from 'zod';
import type { analyticsFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelLabels } from '../../shared/contracts/channels.ts';
import { workingNotes } from './feedback-lines.ts';
import { de } from './french-grammar.ts';
import type { Voice } from './voice.ts';

type Facts = z.infer<typeof analyticsFactsSchema>;
/** The lines people ask about first, by their unit in each language. */
const OUTCOME_UNITS = ['clics', 'clicks', 'conversions'];

type Findings = Pick<AgentOutput<'Analytics'>, 'insights' | 'recommendations'>;

export function composeFindings({ kpiTable, scheduledPosts, liveCampaign }: Facts, voice: Voice): Findings {
  const french = voice.language === 'fr';
  const number = new Intl.NumberFormat(french ? 'fr-FR' : 'en-US', { maximumFractionDigits: 2 });
  const perChannel = Map.groupBy(scheduledPosts, ({ channel }) => channel);
  const [busiest] = [...perChannel].sort((left, right) => right[1].length - left[1].length);
  const channel = channelLabels[busiest?.[0] ?? liveCampaign.channels[0] ?? 'linkedin'];
  const figures = voice.list(
    kpiTable
      .filter(({ unit }) => OUTCOME_UNITS.includes(unit))
      .map(
        ({ kpi, value }) =>
          `${number.format(value)} ${value < 2 ? kpi.toLowerCase().replace(/s\b/u, '') : kpi.toLowerCase()}`,
      ),
  );
  const posts = scheduledPosts.length;
  const notes = workingNotes(voice);
  const write = french ? frenchFindings : englishFindings;
  const { insights, recommendations } = write(
    { figures, posts, channel, busiest: busiest?.[1].length ?? posts },
    voice,
  );
  return {
    insights: [...notes.slice(0, 1), ...insights].slice(0, 3).map((text) => fitText(text, 600)),
    recommendations: [...notes.slice(1), ...recommendations].slice(0, 5).map((text) => fitText(text, 600)),
  };
}

interface Reading {
  readonly figures: string;
  readonly posts: number;
  readonly channel: string;
  readonly busiest: number;
}

function frenchFindings(
  { figures, posts, channel, busiest }: Reading,
  { objectives, bank, bareTopic, label }: Voice,
): Findings {
  return {
    insights: [
      `Prévision, et non mesure : si les hypothèses se vérifient, la campagne donnerait ${figures}.`,
      `Objectif à rapprocher de ces prévisions : « ${objectives[0]} ». L’écart se lira dès que le site transmettra ses premiers chiffres.`,
      `${channel} porte ${busiest} des ${posts} publications : ses premiers résultats pèseront le plus dans la lecture.`,
    ],
    recommendations: [
      'Relever les chiffres réels après deux semaines et remplacer les hypothèses ligne par ligne.',
      `Observer en priorité les publications qui répondent au principal frein : ${bank.doubt}.`,
      `Si ${channel} dépasse le taux d’interaction prévu, y déplacer une partie de l’effort ; sinon, changer d’abord d’accroche.`,
      `Baliser les liens vers ${bareTopic ? `« ${bareTopic} »` : `le site ${de(label)}`} avant la première publication, faute de quoi aucune conversion ne pourra être attribuée.`,
    ],
  };
}

function englishFindings(
  { figures, posts, channel, busiest }: Reading,
  { objectives, bank, bareTopic, brand }: Voice,
): Findings {
  return {
    insights: [
      `A forecast, not a measurement: if the hypotheses hold, the campaign would bring ${figures}.`,
      `The objective to set against these forecasts: “${objectives[0]}”. The gap will show as soon as the site reports its first figures.`,
      `${channel} carries ${busiest} of the ${posts} posts, so its first results will weigh most in the reading.`,
    ],
    recommendations: [
      'Read the real figures after two weeks and replace the hypotheses line by line.',
      `Watch first the posts that answer the main obstacle: ${bank.doubt}.`,
      `If ${channel} exceeds the forecast engagement rate, move part of the effort there; if not, change the headline first.`,
      `Tag the links to ${bareTopic ? `“${bareTopic}”` : `the site of ${brand}`} before the first post, or no conversion can be attributed.`,
    ],
  };
}
