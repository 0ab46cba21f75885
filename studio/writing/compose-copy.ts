// Writes three headlines from three angles, three calls to action and one text per channel, within what it allows.
import type { z } from 'zod';
import { copyLimit, fitCopy } from '../../shared/agents/copywriter.ts';
import type { copywriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { askedLines } from './asked-lines.ts';
import { assembleText } from './assemble-text.ts';
import { composeEmails } from './compose-emails.ts';
import { composeSearchAds } from './compose-search-ads.ts';
import type { Role } from './frames/goal-bank.ts';
import { joinWords } from './grammar/join-words.ts';
import { hashtagsFor } from './hashtags.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';
import { type Writer, writerFor } from './writer.ts';

type Copy = AgentOutput<'Copywriter'>['copyByChannel'][number];
type Step = Role | readonly Role[];

const WITHOUT_HASHTAGS: readonly Channel[] = ['email', 'blog', 'search'];
const LONGEST_HEADLINE = 70;
const LONGEST_BUTTON = 44;
const TERMS: readonly Role[] = ['price', 'date', 'deadline', 'quantity', 'place'];

/** What a text on each channel says, in its order. */
const PLANS: Record<Channel, readonly Step[]> = {
  linkedin: ['hook', 'present', ['pitch', 'fact'], ['value', 'fact'], TERMS, 'action'],
  instagram: ['hook', ['pitch', 'fact', 'value'], TERMS, 'action'],
  facebook: ['present', ['pitch', 'fact'], TERMS, 'answer', 'action'],
  x: [['pitch', 'hook'], 'action'],
  tiktok: ['hook', ['fact', ...TERMS], 'action'],
  youtube: ['present', ['pitch', 'fact'], 'value', TERMS, 'how', 'action', 'contact'],
  pinterest: ['present', ['fact', 'value'], 'action'],
  threads: ['hook', ['fact', 'value'], 'action'],
  bluesky: ['hook', 'action'],
  email: ['hook', 'present', ['pitch', 'fact'], TERMS, 'value', 'answer', 'action'],
  blog: ['opening', ['fact', 'value'], 'how', 'action'],
  search: [['fact', ...TERMS], 'action'],
};
const TIGHT: readonly Channel[] = ['x', 'bluesky', 'search'];
/** Typography may add a few spaces later: they have their room. */
const TYPOGRAPHY = 16;
/** Two descriptions of a search advertisement. */
const SEARCH_LINE = 90;

export function composeCopy({ emailSlots, wantsSearchAds }: z.infer<typeof copywriterFactsSchema>, voice: Voice) {
  const writer = writerFor(voice, 'Copywriter');
  const headlines = headlinesFor(voice, writer);
  const ctaList = threeOf('cta', LONGEST_BUTTON, writer, voice);
  const copyByChannel = voice.channels.map((channel, index): Copy => {
    const hashtags = WITHOUT_HASHTAGS.includes(channel) ? [] : hashtagsFor(voice);
    const fitted = fitCopy(channel, bodyFor(channel, hashtags, voice, writer), hashtags, TYPOGRAPHY);
    return {
      channel,
      headline: headlines[index % 3] ?? headlines[0],
      body: fitted.text,
      cta: ctaList[index % 3] ?? ctaList[0],
      hashtags: [...fitted.hashtags],
    };
  });
  const frame = { greeting: () => greeting(voice), signature: () => signature(voice, writer) };
  const emails = composeEmails(emailSlots, ctaList, frame, voice, writer);
  const adGroups = wantsSearchAds ? composeSearchAds(ctaList, voice, writer) : [];
  return { headlines: [...headlines], ctaList: [...ctaList], copyByChannel, emails, adGroups };
}

type Three = [string, string, string];

function threeOf(role: Role, limit: number, writer: Writer, voice: Voice): Three {
  const line = () =>
    fitText(
      writer.say(role, { limit }) ?? writer.say(role, { limit: 150 }) ?? upperFirst(voice.slots.core ?? voice.brand),
      150,
    );
  return [line(), line(), line()];
}

function headlinesFor(voice: Voice, writer: Writer): Three {
  const [first, second, third] = threeOf('headline', LONGEST_HEADLINE, writer, voice);
  const topic = voice.mentions.at(-1);
  return topic
    ? [
        fitText(`${upperFirst(voice.slots.core ?? voice.brand)}${voice.language === 'fr' ? ' : ' : ': '}${topic}`, 120),
        first,
        second,
      ]
    : [first, second, third];
}

function bodyFor(channel: Channel, hashtags: readonly string[], voice: Voice, writer: Writer): string {
  const limit = copyLimit(channel) - TYPOGRAPHY - (hashtags.length > 0 ? hashtags.join(' ').length + 2 : 0);
  const plan = shortened(PLANS[channel], voice);
  const asked = askedLines(voice, writer);
  const sentences = assembleText({
    steps: plan,
    asked,
    limit: channel === 'search' ? Math.max(SEARCH_LINE * 2 + 1, asked.join(' ').length + SEARCH_LINE * 2) : limit,
    longest: channel === 'search' ? SEARCH_LINE : 600,
    voice,
    writer,
  });
  if (channel === 'email') return [greeting(voice), ...paragraphsOf(sentences), signature(voice, writer)].join('\n\n');
  return TIGHT.includes(channel) || sentences.length < 3 ? sentences.join(' ') : paragraphsOf(sentences).join('\n\n');
}

/** What people asked to shorten keeps its opening, one fact and what to do. */
function shortened(plan: readonly Step[], { directives }: Voice): readonly Step[] {
  const direct = directives.direct ? plan.filter((step) => step !== 'hook' && step !== 'opening') : plan;
  return directives.shorter && direct.length > 2 ? [direct[0] ?? 'present', 'action'] : direct;
}

/** Two sentences a paragraph; what to do stands alone. */
const paragraphsOf = (sentences: readonly string[]): string[] => {
  const [last = '', ...others] = [...sentences].reverse();
  const body = others.reverse();
  return [
    ...body.flatMap((sentence, index) =>
      index % 2 === 0 ? [[sentence, body[index + 1]].filter(Boolean).join(' ')] : [],
    ),
    last,
  ];
};

function greeting({ language, register, familiar }: Voice): string {
  if (language === 'fr')
    return register === 'solemn' ? 'Madame, Monsieur,' : familiar && register === 'lively' ? 'Salut,' : 'Bonjour,';
  return register === 'solemn' ? 'Dear reader,' : register === 'lively' ? 'Hi there,' : 'Hello,';
}

const signature = ({ language, brand }: Voice, { random }: Writer): string =>
  language === 'fr'
    ? random.pick([joinWords('L’équipe de ', brand, 'fr'), `À bientôt, ${brand}`, `Cordialement, ${brand}`, brand])
    : random.pick([`The team at ${brand}`, `See you soon, ${brand}`, `Yours, ${brand}`, brand]);
