// Writes three headlines from three angles, three calls to action and one text per channel, cut to what it allows.
import type { z } from 'zod';
import { fitCopy } from '../../shared/agents/copywriter.ts';
import type { copywriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { callsToAction } from './calls-to-action.ts';
import { toYou } from './english-grammar.ts';
import { publicLines } from './feedback-lines.ts';
import { hashtagsFor } from './hashtags.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Facts = z.infer<typeof copywriterFactsSchema>;
type Copy = AgentOutput<'Copywriter'>['copyByChannel'][number];
const SHORT_CHANNELS: readonly Channel[] = ['x', 'bluesky', 'search', 'threads', 'pinterest'];
const WITHOUT_HASHTAGS: readonly Channel[] = ['email', 'blog', 'search'];

export function composeCopy({ strategyReport }: Facts, voice: Voice): AgentOutput<'Copywriter'> {
  const headlines = headlinesFor(voice);
  const ctas = callsToAction(voice);
  const copyByChannel = voice.channels.map((channel, index) =>
    copyFor(
      channel,
      headlines[index % 3] ?? headlines[0],
      ctas[index % 3] ?? ctas[0],
      strategyReport.keyMessages,
      index,
      voice,
    ),
  );
  return { headlines: [...headlines], ctaList: [...ctas], copyByChannel };
}

function headlinesFor(voice: Voice): [string, string, string] {
  const { bank, label, language } = voice;
  const thing = upperFirst(voice.topic ?? label);
  const value = upperFirst(voice.pick([...voice.values]));
  const [mention] = voice.directives.mentions.slice(-1);
  const direct = voice.directives.direct || voice.directives.shorter;
  const question = voice.pick([bank.questions[0], bank.questions[1]]);
  const promise = language === 'fr' ? `${thing} : ${bank.desire}` : `${thing}: ${toYou(bank.desire)}`;
  const plain = language === 'fr' ? `${thing}. Tout simplement.` : `${thing}. Plain and simple.`;
  const proof = language === 'fr' ? `${value} : chez ${label}, cela se voit` : `${value}: at ${label}, you can see it`;
  return [
    fitText(mention ? `${thing}${language === 'fr' ? ' : ' : ': '}${mention}` : question, 120),
    fitText(direct ? plain : promise, 120),
    fitText(direct ? value : proof, 120),
  ];
}

function copyFor(
  channel: Channel,
  headline: string,
  cta: string,
  messages: readonly string[],
  index: number,
  voice: Voice,
): Copy {
  const lines = voice.language === 'fr' ? french(voice, index) : english(voice, index);
  const asked = publicLines(voice);
  const message = messages[index % messages.length] ?? '';
  const isShort = SHORT_CHANNELS.includes(channel) || voice.directives.shorter;
  const parts = isShort ? [...asked, message] : [...asked, lines.opening, message, lines.proof, lines.closing];
  const hashtags = WITHOUT_HASHTAGS.includes(channel) ? [] : hashtagsFor(voice);
  const body = channel === 'email' ? [lines.greeting, ...parts].join('\n\n') : parts.join(isShort ? ' ' : '\n\n');
  // Typography may add a few spaces later: leave it room.
  const fitted = fitCopy(channel, body, hashtags, 10);
  return { channel, headline, body: fitted.text, cta, hashtags: [...fitted.hashtags] };
}

interface Lines {
  readonly greeting: string;
  readonly opening: string;
  readonly proof: string;
  readonly closing: string;
}

const turn = <Item>(items: readonly [Item, ...Item[]], index: number): Item => items[index % items.length] ?? items[0];

function french({ bank, brand, list, values, topic }: Voice, index: number): Lines {
  const proof = turn(bank.proofs, index);
  return {
    greeting: 'Bonjour,',
    opening: turn(
      [
        `Vouloir ${bank.desire}, c’est bien normal. Encore faut-il trouver à qui faire confiance.`,
        `${turn(bank.questions, index)} ${upperFirst(brand)} a choisi de répondre par des actes.`,
        `Les belles promesses, [[vous les connaissez|tu les connais]]. ${upperFirst(brand)} préfère montrer ce qui change vraiment.`,
        `Chaque jour, l’équipe travaille avec une idée en tête : ${bank.desire}.`,
      ],
      index,
    ),
    proof: turn(
      [
        `À voir de près : ${proof}. Derrière, des valeurs tenues au quotidien : ${list(values)}.`,
        `Pour juger sur pièces, il y a ${proof}.`,
        `Ce qui nous guide tient en peu de mots : ${turn(values, index)}. Ce qui le prouve : ${proof}.`,
      ],
      index,
    ),
    closing: turn(
      [
        `Le plus simple reste encore de [[vous en faire votre|t’en faire ta]] propre idée.`,
        `Une question ? [[Écrivez|Écris]]-nous, nous répondons volontiers.`,
        topic
          ? `${upperFirst(topic)} n’attend plus que [[vous|toi]].`
          : `[[Prenez|Prends]] le temps de regarder, de comparer, de demander.`,
      ],
      index,
    ),
  };
}

function english({ bank, brand, list, values, topic }: Voice, index: number): Lines {
  const proof = turn(bank.proofs, index);
  return {
    greeting: 'Hello,',
    opening: turn(
      [
        `Wanting to ${toYou(bank.desire)} is only natural. The hard part is knowing whom to trust.`,
        `${turn(bank.questions, index)} ${upperFirst(brand)} chose to answer with deeds.`,
        `You have heard the promises. ${upperFirst(brand)} would rather show what really changes.`,
        `Every day, our team works with one idea in mind: helping people ${bank.desire}.`,
      ],
      index,
    ),
    proof: turn(
      [
        `Worth a closer look: ${proof}. Behind it stand values kept every day: ${list(values)}.`,
        `To judge for yourself, begin with ${proof}.`,
        `What guides us fits in a few words: ${turn(values, index)}. What proves it: ${proof}.`,
      ],
      index,
    ),
    closing: turn(
      [
        'The simplest thing is to see for yourself.',
        'A question? Write to us, we are glad to answer.',
        topic ? `${upperFirst(topic)} is waiting for you.` : 'Take the time to look, compare and ask.',
      ],
      index,
    ),
  };
}
