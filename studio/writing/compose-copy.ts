// Writes three headlines from three angles, three calls to action, one text per channel within what it allows, and the
// e-mails of the campaign: a subject and a line that completes it, a short body for its place in the calendar, one button.
import type { z } from 'zod';
import { copyLimit, fitCopy } from '../../shared/agents/copywriter.ts';
import type { copywriterFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { type Email, longestPreheader, longestSubject } from '../../shared/contracts/email-and-search.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { askedLines, editedLine } from './asked-lines.ts';
import { catalogues, type Role } from './catalogue.ts';
import { composeSearchAds } from './compose-search-ads.ts';
import { fillFrame } from './fill-frame.ts';
import { hashtagsFor } from './hashtags.ts';
import { upperFirst } from './plain-text.ts';
import { planOf, TERMS } from './text-plans.ts';
import type { Voice } from './voice-of-brief.ts';
import { type Step, type Writer, writerFor } from './writer.ts';

type Facts = z.infer<typeof copywriterFactsSchema>;
type Copy = AgentOutput<'Copywriter'>['copyByChannel'][number];
type Three = [string, string, string];

const WITHOUT_HASHTAGS: readonly Channel[] = ['email', 'blog', 'search'];
/** Their texts are one paragraph. */
const TIGHT: readonly Channel[] = ['x', 'bluesky', 'search', 'tiktok', 'pinterest'];
const LONGEST_HEADLINE = 70;
const LONGEST_BUTTON = 44;
/** Typography may add a few spaces later: they have their room. */
const TYPOGRAPHY = 16;
/** Two descriptions of a search advertisement. */
const SEARCH_LINE = 90;

export function composeCopy({ emailSlots, wantsSearchAds }: Facts, voice: Voice) {
  const writer = writerFor(voice, 'Copywriter');
  const headlines = headlinesFor(voice, writer);
  const ctaList = threeOf('cta', LONGEST_BUTTON, voice, writer);
  const emails = emailSlots.map((slot, index) =>
    emailFor(slot, ctaList[index % 3] ?? ctaList[0], editedLine(voice, index), voice, writer),
  );
  const copyByChannel = voice.channels.map((channel, index): Copy => {
    const hashtags = WITHOUT_HASHTAGS.includes(channel) ? [] : hashtagsFor(voice);
    const fitted = fitCopy(channel, bodyFor(channel, index, hashtags, voice, writer), hashtags, TYPOGRAPHY);
    return {
      channel,
      headline: headlines[index % 3] ?? headlines[0],
      body: fitted.text,
      cta: ctaList[index % 3] ?? ctaList[0],
      hashtags: [...fitted.hashtags],
    };
  });
  const adGroups = wantsSearchAds ? composeSearchAds(ctaList, voice, writer) : [];
  return { headlines, ctaList, copyByChannel, emails, adGroups };
}

const nameOf = ({ slots, brand }: Voice): string => upperFirst(slots.core ?? brand);

function threeOf(role: Role, limit: number, voice: Voice, writer: Writer): Three {
  const line = () => fitText(writer.say(role, { limit }) ?? writer.say(role, { limit: 88 }) ?? nameOf(voice), 150);
  return [line(), line(), line()];
}

function headlinesFor(voice: Voice, writer: Writer): Three {
  const [first, second, third] = threeOf('headline', LONGEST_HEADLINE, voice, writer);
  const topic = voice.mentions.at(-1);
  // What a person wrote comes first, where it is short enough for a picture.
  const edited = voice.edited.find((message) => message.length <= LONGEST_HEADLINE);
  if (edited) return [edited.replace(/\.$/u, ''), first, second];
  if (!topic) return [first, second, third];
  return [fitText(`${nameOf(voice)}${voice.language === 'fr' ? ' : ' : ': '}${topic}`, 120), first, second];
}

function bodyFor(channel: Channel, turn: number, hashtags: readonly string[], voice: Voice, writer: Writer): string {
  const asked = [...askedLines(voice, writer), ...editedLine(voice, turn)];
  const tags = hashtags.length > 0 ? hashtags.join(' ').length + 2 : 0;
  const isSearch = channel === 'search';
  const sentences = writer.text(planOf('channels', channel, voice), {
    asked,
    namesOffer: true,
    limit: isSearch ? asked.join(' ').length + SEARCH_LINE * 2 + 1 : copyLimit(channel) - TYPOGRAPHY - tags,
    longest: isSearch ? SEARCH_LINE : 600,
  });
  if (channel === 'email') return letter(sentences, voice, writer);
  return sentences.join(TIGHT.includes(channel) ? ' ' : '\n\n');
}

/** Opened and signed; a paragraph a sentence, so that it can be read on a telephone. */
function letter(sentences: readonly string[], voice: Voice, { random }: Writer): string {
  const { greetings, signatures } = catalogues[voice.language].labels;
  const { register } = voice;
  const isFriendly = register === 'lively' && (voice.familiar || voice.language === 'en');
  const greeting = greetings[register === 'solemn' ? 'solemn' : isFriendly ? 'lively' : 'plain'];
  const [first = '', ...others] = signatures;
  const signature = fillFrame(random.pick([first, ...others]), voice.slots, { ...voice, random }) ?? voice.brand;
  return [greeting, ...sentences, signature].join('\n\n');
}

function emailFor(
  { id, purpose }: Facts['emailSlots'][number],
  cta: string,
  asked: readonly string[],
  voice: Voice,
  writer: Writer,
): Omit<Email, 'sendAt' | 'link' | 'purpose'> {
  const line = (roles: Step, longest: number) =>
    fitText(writer.say(roles, { limit: longest - 4 }) ?? nameOf(voice), longest - 4);
  return {
    id,
    // A subject is a line, not a sentence.
    subject: line(planOf('subjects', purpose, voice)[0] ?? 'headline', longestSubject).replace(/(?<!\.)\.$/u, ''),
    preheader: line([...TERMS, 'pitch', 'present'], longestPreheader),
    body: letter(
      writer.text(planOf('emails', purpose, voice), { limit: 1500, namesOffer: true, asked }),
      voice,
      writer,
    ),
    cta: cta.length <= 56 ? cta : fitText(nameOf(voice), 56),
  };
}
