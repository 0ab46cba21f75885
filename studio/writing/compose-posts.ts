// Writes the text of every slot of the calendar: its theme gives the plan, the calendar decides when the last days are spoken of.
import type { z } from 'zod';
import type { PostSlot, PostTheme, socialFactsSchema } from '../../shared/agents/facts.ts';
import type { SocialNetwork } from '../../shared/contracts/channels.ts';
import { postLength } from '../../shared/contracts/post-rules.ts';
import { fitPost } from '../../shared/domain/text/fit-text.ts';
import { askedLines } from './asked-lines.ts';
import { eventDay } from './brief-slots.ts';
import { hashtagsFor } from './hashtags.ts';
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

export function composePosts({ slots, headlines, articleTitle, articleMarkdown }: Facts, voice: Voice) {
  const writer = writerFor(voice, 'Social', [...headlines, articleMarkdown]);
  const asked = [...voice.edited, ...askedLines(voice, writer)];
  return {
    posts: slots.map((slot, index) => postFor(slot, asked.slice(index, index + 1), articleTitle, voice, writer)),
  };
}

function postFor(slot: PostSlot, asked: readonly string[], articletitle: string, voice: Voice, writer: Writer) {
  const { channel, room } = slot;
  const hashtags = hashtagsFor(voice);
  const emoji = emojiFor(slot, voice);
  const tags = hashtags.length > 0 ? hashtags.join(' ').length + 2 : 0;
  const sentences = writer.text(stepsFor(slot, voice), {
    asked,
    namesOffer: true,
    limit: Math.min(room - TYPOGRAPHY - emoji.length - tags, 900),
    slots: { articletitle, ...(isOver(slot, voice) ? { date: undefined } : {}) },
  });
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
