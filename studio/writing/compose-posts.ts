// Writes the text of every slot of the calendar: its theme gives the plan, the calendar decides when the last days are spoken of.
import type { z } from 'zod';
import type { PostSlot, PostTheme, socialFactsSchema } from '../../shared/agents/facts.ts';
import type { SocialNetwork } from '../../shared/contracts/channels.ts';
import { postLength } from '../../shared/contracts/post-rules.ts';
import { fitPost } from '../../shared/domain/text/fit-text.ts';
import { askedLines } from './asked-lines.ts';
import { eventDay } from './brief-slots.ts';
import { hashtagsFor } from './hashtags.ts';
import { asSentence, foreignLines } from './own-lines.ts';
import { planOf } from './text-plans.ts';
import type { Voice } from './voice-of-brief.ts';
import { type Step, type Writer, writerFor } from './writer.ts';

const SHORT_NETWORKS: readonly SocialNetwork[] = ['x', 'bluesky'];
/** Where a text is read as lines. Elsewhere line ends may be dropped, or take room. */
const AIRY_NETWORKS: readonly SocialNetwork[] = ['instagram', 'facebook', 'linkedin', 'threads', 'youtube'];
const EMOJI_NETWORKS: readonly SocialNetwork[] = ['instagram', 'facebook', 'tiktok', 'threads'];
const EMOJI: Record<PostTheme, string> = {
  announcement: '✨', benefit: '💡', 'behind-the-scenes': '🎬', advice: '📝', article: '📖', question: '💬', proof: '🔎', invitation: '👋',
}; // biome-ignore format: a table
/** Typography may add a few spaces later: they have their room. */
const TYPOGRAPHY = 14;
/** From this many days before the deadline on, posts say it. */
const LAST_DAYS = 4;

type Facts = z.infer<typeof socialFactsSchema>;

export function composePosts({ slots, headlines, ctaList, articleTitle, articleMarkdown }: Facts, voice: Voice) {
  const writer = writerFor(voice, 'Social', [...headlines, articleMarkdown]);
  const asked = [...voice.edited, ...askedLines(voice, writer)];
  const edited: Edited = {
    headlines: foreignLines(headlines, 'headline', voice)
      .map(asSentence)
      .filter((line) => !voice.edited.includes(line)),
    calls: ctaList.map((call) => (foreignLines([call], 'cta', voice).length > 0 ? call : undefined)),
  };
  return {
    posts: slots.map((slot, index) => {
      const isFirst = slots.findIndex(({ channel }) => channel === slot.channel) === index;
      const lead = isFirst ? edited.headlines[networksBefore(slots, index) % edited.headlines.length] : undefined;
      const call = edited.calls[index % edited.calls.length];
      const own = { asked: asked.slice(index, index + 1), lead, call: call && callSentence(call, voice), articleTitle };
      return postFor(slot, own, voice, writer);
    }),
  };
}

/** What a person wrote over the copy: the first post of each network opens with it, and its calls close the posts in turn. */
interface Edited {
  readonly headlines: readonly string[];
  readonly calls: readonly (string | undefined)[];
}
const networksBefore = (slots: readonly PostSlot[], index: number): number =>
  new Set(slots.slice(0, index).map(({ channel }) => channel)).size;

const callSentence = (call: string, { slots }: Voice): string =>
  asSentence([call.replace(/[.!?…]+$/u, ''), slots.where].filter(Boolean).join(' '));

interface OwnWords {
  readonly asked: readonly string[];
  readonly lead: string | undefined;
  readonly call: string | undefined;
  readonly articleTitle: string;
}

function postFor(slot: PostSlot, { asked, lead, call, articleTitle }: OwnWords, voice: Voice, writer: Writer) {
  const { channel, room } = slot;
  const hashtags = hashtagsFor(voice);
  const emoji = emojiFor(slot, voice);
  const tags = hashtags.length > 0 ? hashtags.join(' ').length + 2 : 0;
  const given = [lead, call].filter((sentence) => sentence !== undefined);
  const steps = stepsFor(slot, voice);
  const written = writer.text(steps.slice(lead && steps.length > 2 ? 1 : 0, call ? -1 : undefined), {
    asked,
    namesOffer: true,
    limit: Math.min(room - TYPOGRAPHY - emoji.length - tags, 900) - given.join('    ').length,
    slots: { articletitle: articleTitle, ...(isOver(slot, voice) ? { date: undefined } : {}) },
  });
  const sentences = [lead, ...written, call].filter((sentence) => sentence !== undefined);
  const text = `${emoji}${sentences.join(AIRY_NETWORKS.includes(channel) ? '\n\n' : ' ')}`;
  const fitted = fitPost(text, hashtags, room - TYPOGRAPHY, (part) => postLength(channel, part));
  return { slot: slot.id, text: fitted.text, hashtags: [...fitted.hashtags] };
}

function stepsFor({ theme, channel, daysLeft = LAST_DAYS + 1 }: PostSlot, voice: Voice): readonly Step[] {
  const plan = planOf('posts', daysLeft <= LAST_DAYS ? 'last-days' : theme, voice);
  return voice.goal !== 'notice' && (SHORT_NETWORKS.includes(channel) || voice.directives.direct)
    ? [plan[0] ?? 'present', ...(voice.slots.date ? ['date' as const] : []), plan.at(-1) ?? 'action']
    : plan;
}

/** A day that is past by then is no longer announced. */
const isOver = ({ scheduledAt }: PostSlot, { reading }: Voice): boolean =>
  scheduledAt.slice(0, 10) > (eventDay(reading) ?? scheduledAt);

const emojiFor = ({ channel, theme }: PostSlot, { rules, register, directives, goal }: Voice): string =>
  goal !== 'notice' &&
  EMOJI_NETWORKS.includes(channel) &&
  rules.mostEmoji > 0 &&
  !directives.withoutEmoji &&
  (register === 'warm' || register === 'lively')
    ? `${EMOJI[theme]} `
    : '';
