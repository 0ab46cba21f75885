// Writes the market study of a brief: the SWOT grid, archetypes of competitors, then what to know before deciding.
import type { z } from 'zod';
import type { marketAnalystFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelName, channelRole } from './channel-roles.ts';
import { workingNotes } from './feedback-lines.ts';
import { de } from './french-grammar.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Report = AgentOutput<'MarketAnalyst'>['marketAnalysisReport'];
type Slide = Report['slides'][number];

export function composeMarketAnalysis(
  { analysisDepth }: z.infer<typeof marketAnalystFactsSchema>,
  voice: Voice,
): AgentOutput<'MarketAnalyst'> {
  const write = voice.language === 'fr' ? french(voice) : english(voice);
  const [audience, ...others] = write.insights;
  const notes = workingNotes(voice);
  const withNotes = audience ? [insight(audience[0], [...notes, ...audience[1]].slice(0, 6))] : [];
  const further = analysisDepth === 'detailed' ? others.map(([title, points]) => insight(title, points)) : [];
  return {
    marketAnalysisReport: {
      title: write.title,
      slides: [write.swot, benchmark(write.benchmark, voice), ...withNotes, ...further],
    },
  };
}

interface Written {
  readonly title: string;
  readonly swot: Slide;
  readonly benchmark: string;
  /** The first one stands in every report, the others in detailed ones. */
  readonly insights: readonly (readonly [title: string, points: readonly string[]])[];
}

const insight = (title: string, points: readonly string[]): Slide => ({ kind: 'insight', title, points: [...points] });

function benchmark(title: string, { bank }: Voice): Slide {
  const competitors = bank.rivals.map(([name, positioning, strength, gap]) => ({ name, positioning, strength, gap }));
  return { kind: 'benchmark', title, competitors };
}

function french(voice: Voice): Written {
  const { bank, brand, name, sector, people, audience, objectives, values, weeks, tone, list } = voice;
  const budget = voice.budgetAmount > 0;
  const first = channelName(voice.channels[0] ?? 'blog', 'fr');
  return {
    title: `Étude de marché : ${name}`,
    swot: {
      kind: 'swot',
      title: `Forces, faiblesses, occasions et menaces ${de(voice.label)}`,
      strengths: [
        `Des valeurs qui se prêtent au récit : ${list(values)}.`,
        `Un ton identifiable (${tone}) pour se distinguer dans son secteur : ${sector}.`,
        `Un public déjà défini : « ${audience} ».`,
      ],
      weaknesses: [
        `Une notoriété à construire : en ${weeks} semaine${weeks > 1 ? 's' : ''}, chaque prise de parole devra porter un seul message.`,
        budget
          ? `Un budget média de ${voice.money(voice.budgetAmount)} à concentrer, sans quoi ${voice.channels.length > 1 ? `les ${voice.channels.length} canaux choisis se le disputeront` : 'il se diluera'}.`
          : 'Aucun budget média n’est prévu : la portée reposera sur les contenus et sur les relais.',
        `Des preuves encore à réunir, à commencer par ${bank.proofs[0]}.`,
      ],
      opportunities: [
        bank.trends[0],
        `Le public veut ${bank.desire} : peu d’acteurs lui répondent avec des preuves.`,
        `Objectif porteur : « ${objectives[0]} ».`,
      ],
      threats: [
        `Le principal frein reste ${bank.doubt}.`,
        `Des acteurs mieux installés peuvent occuper les mêmes espaces publicitaires (canal le plus exposé : ${first}).`,
        'Une hausse du coût de la publicité en période de forte demande réduirait la portée (hypothèse à surveiller).',
      ],
    },
    benchmark: 'Les types de concurrents et l’espace à prendre',
    insights: [
      [
        'Le public et ses attentes',
        [
          `Cible du brief : « ${audience} ».`,
          `Ce que recherchent ${people} : ${bank.desire}.`,
          `Ce qui retient : ${bank.doubt}.`,
          `Ce qui peut convaincre : ${list(bank.proofs.slice(0, 3))}.`,
        ],
      ],
      ['Les tendances à suivre', bank.trends],
      [
        'Le rôle possible de chaque canal',
        voice.channels
          .slice(0, 6)
          .map((channel) => `${upperFirst(channelName(channel, 'fr'))} : ${lowerRole(channelRole(channel, 'fr'))}`)
          .concat(
            voice.channels.length === 1
              ? ['Un seul canal prioritaire : la régularité y comptera davantage que la variété.']
              : [],
          ),
      ],
      [
        'Le calendrier et la saison',
        [
          bank.season,
          `La campagne dure ${weeks} semaine${weeks > 1 ? 's' : ''} : installer le sujet, le prouver, puis inviter à agir.`,
        ],
      ],
      [
        'Les risques et les hypothèses à vérifier',
        [
          `Hypothèse : ${people} connaissent encore peu ${brand} ; un court sondage auprès des clients permettra de la vérifier.`,
          `Risque : promettre plus que ce que ${brand} peut montrer ; chaque message doit s’appuyer sur une preuve.`,
          'Aucun chiffre de marché n’a été mesuré pour cette étude : les constats sont qualitatifs.',
        ],
      ],
    ],
  };
}

function english(voice: Voice): Written {
  const { bank, brand, name, sector, people, audience, objectives, values, weeks, tone, list } = voice;
  const budget = voice.budgetAmount > 0;
  const first = channelName(voice.channels[0] ?? 'blog', 'en');
  return {
    title: `Market study: ${name}`,
    swot: {
      kind: 'swot',
      title: `${upperFirst(brand)}: strengths, weaknesses, opportunities, threats`,
      strengths: [
        `Values that lend themselves to stories: ${list(values)}.`,
        `A recognisable tone (${tone}) to stand out in its sector: ${sector}.`,
        `An audience that is already defined: “${audience}”.`,
      ],
      weaknesses: [
        `Awareness still has to be built: within ${weeks} week${weeks > 1 ? 's' : ''}, each appearance must carry a single message.`,
        budget
          ? `A media budget of ${voice.money(voice.budgetAmount)} that must stay concentrated${voice.channels.length > 1 ? `, or the ${voice.channels.length} chosen channels will compete for it` : ''}.`
          : 'No media budget is planned: reach will rest on content and on people who pass it on.',
        `Proof still to be gathered, beginning with ${bank.proofs[0]}.`,
      ],
      opportunities: [
        bank.trends[0],
        `People want to ${bank.desire}, and few players answer them with proof.`,
        `A goal that can carry the campaign: “${objectives[0]}”.`,
      ],
      threats: [
        `The main obstacle remains ${bank.doubt}.`,
        `Better-established players may occupy the same advertising space (most exposed channel: ${first}).`,
        'Higher advertising costs in periods of strong demand would reduce reach (a hypothesis to watch).',
      ],
    },
    benchmark: 'Types of competitor and the space to take',
    insights: [
      [
        'The audience and what it expects',
        [
          `Target in the brief: “${audience}”.`,
          `What ${people} look for: to ${bank.desire}.`,
          `What holds them back: ${bank.doubt}.`,
          `What can convince: ${list(bank.proofs.slice(0, 3))}.`,
        ],
      ],
      ['Trends to follow', bank.trends],
      [
        'What each channel can do',
        voice.channels
          .slice(0, 6)
          .map((channel) => `${upperFirst(channelName(channel, 'en'))}: ${lowerRole(channelRole(channel, 'en'))}`)
          .concat(
            voice.channels.length === 1
              ? ['With a single priority channel, regularity will count more than variety.']
              : [],
          ),
      ],
      [
        'Calendar and season',
        [
          bank.season,
          `The campaign lasts ${weeks} week${weeks > 1 ? 's' : ''}: introduce the subject, prove it, then invite people to act.`,
        ],
      ],
      [
        'Risks and hypotheses to check',
        [
          `Hypothesis: ${people} still know little about ${brand}; a short survey among customers will tell.`,
          `Risk: promising more than ${brand} can show; every message must rest on proof.`,
          'No market figure was measured for this study: its findings are qualitative.',
        ],
      ],
    ],
  };
}

const lowerRole = (role: string): string => role.charAt(0).toLowerCase() + role.slice(1);
