// Writes the text of every slot of the calendar: its theme gives the plan, the calendar decides when the last days are spoken of.
import type { z } from 'zod';
import type { PostSlot, PostTheme, socialFactsSchema } from '../../shared/agents/facts.ts';
import { fitPost } from '../../shared/agents/fit-text.ts';
import type { SocialNetwork } from '../../shared/contracts/channels.ts';
import { postLength } from '../../shared/contracts/post-rules.ts';
import { askedLines } from './asked-lines.ts';
import { assembleText } from './assemble-text.ts';
import type { Role } from './frames/goal-bank.ts';
import { hashtagsFor } from './hashtags.ts';
import type { Voice } from './voice.ts';
import { type Writer, writerFor } from './writer.ts';

type Facts = z.infer<typeof socialFactsSchema>;
type Step = Role | readonly Role[];

const TERMS: readonly Role[] = ['price', 'date', 'quantity', 'place', 'deadline', 'hours'];
const PLANS: Record<PostTheme, readonly Step[]> = {
  announcement: ['present', ['pitch', 'fact', 'price'], 'action'],
  benefit: ['hook', ['fact', 'value'], 'action'],
  'behind-the-scenes': ['value', ['fact', 'present'], 'action'],
  advice: ['how', ['answer', 'fact'], 'action'],
  article: ['article', ['fact', 'value'], 'action'],
  question: ['answer', ['pitch', 'fact', 'present'], 'action'],
  proof: ['pitch', ['price', 'quantity', 'value'], 'action'],
  invitation: ['hook', TERMS, 'action'],
};
const SHORT_NETWORKS: readonly SocialNetwork[] = ['x', 'bluesky'];
const EMOJI_NETWORKS: readonly SocialNetwork[] = ['instagram', 'facebook', 'tiktok', 'threads'];
const EMOJI: Record<PostTheme, string> = {
  announcement: '✨', benefit: '💡', 'behind-the-scenes': '🎬', advice: '📝', article: '📖', question: '💬', proof: '🔎', invitation: '👋',
}; // biome-ignore format: a table
/** Typography may add a few spaces later: they have their room. */
const TYPOGRAPHY = 14;
const DAY_MILLISECONDS = 86_400_000;
/** From this many days before the deadline on, posts say it. */
const LAST_DAYS = 4;

export function composePosts({ slots, headlines, articleTitle, articleMarkdown }: Facts, voice: Voice) {
  const writer = writerFor(voice, 'Social', [...headlines, articleMarkdown]);
  const asked = askedLines(voice, writer);
  const posts = slots.map((slot, index) => postFor(slot, asked.slice(index, index + 1), articleTitle, voice, writer));
  return { posts };
}

function postFor(slot: PostSlot, asked: readonly string[], articleTitle: string, voice: Voice, writer: Writer) {
  const hashtags = hashtagsFor(voice);
  const emoji = emojiFor(slot, voice);
  const limit = slot.room - TYPOGRAPHY - emoji.length - (hashtags.length > 0 ? hashtags.join(' ').length + 2 : 0);
  const speaking: Voice = { ...voice, slots: { ...voice.slots, articletitle: articleTitle } };
  const sentences = assembleText({
    steps: planFor(slot, voice),
    asked,
    limit: Math.min(limit, 900),
    voice: speaking,
    writer: withSlots(writer, { articletitle: articleTitle }),
  });
  const fitted = fitPost(`${emoji}${sentences.join(' ')}`, hashtags, slot.room - TYPOGRAPHY, (part) =>
    postLength(slot.channel, part),
  );
  return { slot: slot.id, text: fitted.text, hashtags: [...fitted.hashtags] };
}

const withSlots = (writer: Writer, slots: Record<string, string>): Writer => ({
  ...writer,
  say: (roles, options = {}) => writer.say(roles, { ...options, slots: { ...slots, ...options.slots } }),
});

function planFor({ theme, channel, scheduledAt }: PostSlot, { reading, directives }: Voice): readonly Step[] {
  const { deadline } = reading.period;
  const daysLeft = deadline
    ? (Date.parse(`${deadline}T23:59:59Z`) - Date.parse(scheduledAt)) / DAY_MILLISECONDS
    : Number.POSITIVE_INFINITY;
  const plan: readonly Step[] = daysLeft <= LAST_DAYS ? ['deadline', ['fact', 'present'], 'action'] : PLANS[theme];
  const isShort = directives.shorter || directives.direct || SHORT_NETWORKS.includes(channel);
  return isShort ? [plan[0] ?? 'present', plan.at(-1) ?? 'action'] : plan;
}

const emojiFor = ({ channel, theme }: PostSlot, { rules, register, directives }: Voice): string =>
  EMOJI_NETWORKS.includes(channel) &&
  rules.mostEmoji > 0 &&
  !directives.withoutEmoji &&
  (register === 'warm' || register === 'lively')
    ? `${EMOJI[theme]} `
    : '';
