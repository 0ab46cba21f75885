// Writes the strategy: three messages, pillars, the budget shared out in money, targets, risks and a plan by week.
import type { z } from 'zod';
import type { cmoFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelRole, shareBudget } from './channel-roles.ts';
import { toYou } from './english-grammar.ts';
import { workingNotes } from './feedback-lines.ts';
import { de } from './french-grammar.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Strategy = AgentOutput<'CMO'>['strategyReport'];

export function composeStrategy(_facts: z.infer<typeof cmoFactsSchema>, voice: Voice): AgentOutput<'CMO'> {
  const strategy = voice.language === 'fr' ? french(voice) : english(voice);
  const notes = workingNotes(voice);
  const [first, second, third] = strategy.keyMessages;
  const [mention] = voice.directives.mentions.slice(-1);
  const keyMessages = mention ? [first, second, upperFirst(`${mention}.`)] : [first, second, third];
  return {
    strategyReport: {
      ...strategy,
      keyMessages: keyMessages.filter((message) => message !== undefined),
      summary: fitText([...notes, strategy.summary].join(' '), 2000),
    },
  };
}

/** A week of the campaign, a share of the way through it. */
const weekAt = (weeks: number, share: number): number => Math.min(Math.max(Math.ceil(weeks * share), 1), weeks);

function french(voice: Voice): Strategy {
  const { bank, brand, label, people, values, weeks, objectives, list } = voice;
  const thing = voice.topic ?? brand;
  const mix = shareBudget(voice.channels).map(({ channel, budgetPercent }) => ({
    channel,
    role: `${channelRole(channel, 'fr')}${voice.budgetAmount > 0 ? ` Enveloppe indicative : ${voice.money((voice.budgetAmount * budgetPercent) / 100)}.` : ' Sans achat d’espace : la part indique l’effort à y consacrer.'}`,
    budgetPercent,
  }));
  return {
    summary: [
      `La campagne « ${voice.campaignName} » s’adresse à un public précis : « ${voice.audience} ».`,
      `Elle part d’une attente simple, ${bank.desire}, et lève un frein connu : ${bank.doubt}.`,
      `${upperFirst(brand)} y répond par ses valeurs (${list(values)}) et par des preuves : ${list(bank.proofs.slice(0, 2))}.`,
      voice.budgetAmount > 0
        ? `Le budget de ${voice.money(voice.budgetAmount)} suit l’ordre de priorité des canaux.`
        : 'Sans budget média, la campagne mise sur la régularité et sur les relais.',
      `En ${weeks} semaine${weeks > 1 ? 's' : ''}, elle fait découvrir, prouve, puis invite à agir.`,
    ].join(' '),
    keyMessages: [
      voice.pick([
        `Avec ${thing}, ${bank.desire} devient simple.`,
        `${upperFirst(thing)}, pour ${bank.desire}.`,
        `Il est possible ${de(bank.desire)} : ${brand} le montre.`,
      ]),
      `Ce que ${brand} défend se voit : ${list(values)}.`,
      `Chez ${label}, rien à croire sur parole : ${list(bank.proofs.slice(0, 2))}, tout se montre.`,
    ],
    pillars: [
      {
        title: 'Donner envie',
        description: `Montrer ${bank.scenes[0]} ; faire sentir ce que ${thing} apporte avant d’en parler.`,
      },
      { title: 'Prouver', description: `Publier régulièrement des éléments vérifiables : ${list(bank.proofs)}.` },
      {
        title: 'Inviter à agir',
        description: `Un seul appel à l’action par contenu, tourné vers l’objectif « ${objectives[0]} ».`,
      },
    ],
    channelMix: mix,
    kpis: [
      ...objectives.slice(0, 4).map((objective, index) => ({
        name: `Objectif ${index + 1}`,
        target: fitText(objective, 150),
        measurement: `Relevé hebdomadaire par l’équipe ${de(voice.label)}, comparé à la situation de départ.`,
      })),
      {
        name: 'Taux d’interaction',
        target: '2 % des impressions (objectif de départ, à ajuster)',
        measurement: 'Statistiques de chaque réseau, chaque lundi.',
      },
      {
        name: 'Visites issues de la campagne',
        target: 'Progression chaque semaine',
        measurement: 'Liens balisés et outil de mesure du site.',
      },
    ],
    risks: [
      {
        risk: `Le message se dilue entre ${voice.channels.length > 1 ? 'les canaux' : 'les publications'}.`,
        mitigation: 'Une idée par semaine, déclinée partout avec les mêmes mots.',
      },
      {
        risk: `Le frein persiste : ${bank.doubt}.`,
        mitigation: `Y répondre tôt, par ${bank.proofs[1]} et par ${bank.proofs[3]}.`,
      },
      {
        risk: 'Les premiers résultats sont inférieurs aux hypothèses.',
        mitigation: 'Déplacer une partie de l’effort vers le meilleur canal après deux semaines de mesure.',
      },
    ],
    actions: [
      {
        action: `Réunir les preuves à montrer : ${list(bank.proofs.slice(0, 2))}.`,
        owner: 'Responsable marketing',
        week: 1,
      },
      {
        action: 'Valider les visuels, la vidéo et le calendrier de publication.',
        owner: 'Direction de la marque',
        week: 1,
      },
      {
        action: 'Publier l’article de fond et le relayer sur les canaux prioritaires.',
        owner: 'Responsable éditorial',
        week: weekAt(weeks, 0.25),
      },
      {
        action: `Interroger ${people} sur ce qui les décide, puis ajuster les accroches.`,
        owner: 'Chargé d’études',
        week: weekAt(weeks, 0.5),
      },
      {
        action: 'Concentrer l’effort sur les contenus les plus suivis.',
        owner: 'Responsable média',
        week: weekAt(weeks, 0.75),
      },
      { action: 'Dresser le bilan et décider de la suite.', owner: 'Responsable marketing', week: weeks },
    ],
  };
}

function english(voice: Voice): Strategy {
  const { bank, brand, label, people, values, weeks, objectives, list } = voice;
  const thing = voice.topic ?? brand;
  const mix = shareBudget(voice.channels).map(({ channel, budgetPercent }) => ({
    channel,
    role: `${channelRole(channel, 'en')}${voice.budgetAmount > 0 ? ` Indicative amount: ${voice.money((voice.budgetAmount * budgetPercent) / 100)}.` : ' Nothing is bought: the share shows where effort goes.'}`,
    budgetPercent,
  }));
  return {
    summary: [
      `The “${voice.campaignName}” campaign speaks to a precise audience: “${voice.audience}”.`,
      `It starts from a simple wish, to ${bank.desire}, and removes a known obstacle: ${bank.doubt}.`,
      `${upperFirst(brand)} answers with its values (${list(values)}) and with proof: ${list(bank.proofs.slice(0, 2))}.`,
      voice.budgetAmount > 0
        ? `The budget of ${voice.money(voice.budgetAmount)} follows the order of priority of the channels.`
        : 'Without a media budget, the campaign relies on regularity and on people who pass it on.',
      `Over ${weeks} week${weeks > 1 ? 's' : ''} it introduces, proves, then invites people to act.`,
    ].join(' '),
    keyMessages: [
      voice.pick([
        `${upperFirst(thing)} makes it simple to ${toYou(bank.desire)}.`,
        `With ${thing}, you can ${toYou(bank.desire)}.`,
      ]),
      `What ${brand} stands for can be seen: ${list(values)}.`,
      `At ${label}, nothing has to be taken on trust: ${list(bank.proofs.slice(0, 2))}, all in plain sight.`,
    ],
    pillars: [
      {
        title: 'Create desire',
        description: `Show ${bank.scenes[0]}; let people feel what ${thing} brings before it is explained.`,
      },
      { title: 'Prove it', description: `Publish things that can be checked, regularly: ${list(bank.proofs)}.` },
      {
        title: 'Invite people to act',
        description: `One call to action per piece, turned towards the objective “${objectives[0]}”.`,
      },
    ],
    channelMix: mix,
    kpis: [
      ...objectives.slice(0, 4).map((objective, index) => ({
        name: `Objective ${index + 1}`,
        target: fitText(objective, 150),
        measurement: `Read every week by the team at ${label} and compared with the starting point.`,
      })),
      {
        name: 'Engagement rate',
        target: '2% of impressions (starting target, to be adjusted)',
        measurement: 'Statistics of each network, every Monday.',
      },
      {
        name: 'Visits from the campaign',
        target: 'Growth every week',
        measurement: 'Tagged links and the site’s analytics.',
      },
    ],
    risks: [
      {
        risk: `The message spreads too thin across ${voice.channels.length > 1 ? 'channels' : 'posts'}.`,
        mitigation: 'One idea a week, carried everywhere in the same words.',
      },
      {
        risk: `The obstacle remains: ${bank.doubt}.`,
        mitigation: `Answer it early with ${bank.proofs[1]} and ${bank.proofs[3]}.`,
      },
      {
        risk: 'First results fall short of the hypotheses.',
        mitigation: 'Move part of the effort to the best channel after two weeks of measurement.',
      },
    ],
    actions: [
      { action: `Gather the proof to show: ${list(bank.proofs.slice(0, 2))}.`, owner: 'Marketing lead', week: 1 },
      { action: 'Approve the visuals, the video and the publishing calendar.', owner: 'Brand director', week: 1 },
      {
        action: 'Publish the long article and relay it on the priority channels.',
        owner: 'Editor',
        week: weekAt(weeks, 0.25),
      },
      {
        action: `Ask ${people} what makes them decide, then adjust the headlines.`,
        owner: 'Research lead',
        week: weekAt(weeks, 0.5),
      },
      {
        action: 'Concentrate effort on the content that is followed most.',
        owner: 'Media lead',
        week: weekAt(weeks, 0.75),
      },
      { action: 'Review the results and decide what comes next.', owner: 'Marketing lead', week: weeks },
    ],
  };
}
