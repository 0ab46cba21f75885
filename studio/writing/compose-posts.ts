// Writes the text of every slot of the calendar: its theme gives the subject, its turn gives the detail.
import type { z } from 'zod';
import type { PostSlot, PostTheme, socialFactsSchema } from '../../shared/agents/facts.ts';
import { fitPost } from '../../shared/agents/fit-text.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import type { SocialNetwork } from '../../shared/contracts/channels.ts';
import { postLength, postRules } from '../../shared/contracts/post-rules.ts';
import { englishPost } from './english-posts.ts';
import { publicLines } from './feedback-lines.ts';
import { frenchPost } from './french-posts.ts';
import { hashtagsFor } from './hashtags.ts';
import type { Voice } from './voice.ts';

type Facts = z.infer<typeof socialFactsSchema>;

/** What a post can draw on; `turn` counts the posts of the same theme before it. */
export interface PostMaterial {
  readonly turn: number;
  readonly headline: string;
  readonly callToAction: string;
  readonly articleTitle: string;
}
export type PostWriter = (theme: PostTheme, material: PostMaterial, voice: Voice) => string;

const writers: Record<Language, PostWriter> = { fr: frenchPost, en: englishPost };
const EMOJI_NETWORKS: readonly SocialNetwork[] = ['instagram', 'facebook', 'tiktok', 'threads'];
const EMOJI: Record<PostTheme, string> = {
  announcement: '✨', benefit: '💡', 'behind-the-scenes': '🎬', advice: '📝', article: '📖', question: '💬', proof: '🔎', invitation: '👋',
}; // biome-ignore format: a table

export function composePosts({ slots, headlines, ctaList, articleTitle }: Facts, voice: Voice) {
  const turns = new Map<PostTheme, number>();
  const asked = publicLines(voice);
  const posts = slots.map((slot, index) => {
    const turn = turns.get(slot.theme) ?? 0;
    turns.set(slot.theme, turn + 1);
    const material = {
      turn,
      headline: headlines[(index + turn) % headlines.length] ?? '',
      callToAction: ctaList[(index + turn) % ctaList.length] ?? '',
      articleTitle,
    };
    return postFor(slot, writers[voice.language](slot.theme, material, voice), asked[index], voice);
  });
  return { posts };
}

function postFor({ id, channel, theme }: PostSlot, written: string, asked: string | undefined, voice: Voice) {
  const sentences = voice.directives.shorter || voice.directives.direct ? firstSentences(written, 2) : written;
  const spoken = asked ? `${asked} ${sentences}` : sentences;
  const withEmoji =
    EMOJI_NETWORKS.includes(channel) && !voice.directives.withoutEmoji ? `${EMOJI[theme]} ${spoken}` : spoken;
  // Typography may add a few spaces later: leave it room.
  const { text, hashtags } = fitPost(withEmoji, hashtagsFor(voice), postRules[channel].most - 8, (part) =>
    postLength(channel, part),
  );
  return { slot: id, text, hashtags: [...hashtags] };
}

const firstSentences = (text: string, count: number): string =>
  text
    .split(/(?<=[.!?])\s+/u)
    .slice(0, count)
    .join(' ');
