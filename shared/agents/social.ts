// Plans the posts in code, asks a model for their words, and attaches the chosen picture or video.
import * as z from 'zod';
import {
  type AgentOutput,
  type BriefContext,
  publishedText,
  type ScheduledPost,
  scheduledPostSchema,
} from '../contracts/agent-outputs.ts';
import { networkNames, type SocialNetwork } from '../contracts/channels.ts';
import type { Language } from '../contracts/language.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import type { PostMedia } from '../domain/media/media-formats.ts';
import { fitPost, fitText } from '../domain/text/fit-text.ts';
import { utmLink } from '../domain/text/utm-link.ts';
import type { AgentInput } from './agent.ts';
import { campaignPeriod } from './campaign-days.ts';
import type { PostSlot } from './facts.ts';
import { requireInputs } from './input-missing.ts';
import { networksFor, planPosts } from './plan-posts.ts';
import { actionLine } from './prompts/goal-actions.ts';
import { prompt as en } from './prompts/social.en.ts';
import { prompt as fr } from './prompts/social.fr.ts';
import { rotateMedia } from './rotate-media.ts';
import { textAgent } from './text-agent.ts';

const { text, hashtags } = scheduledPostSchema.shape;
const draftPostSchema = z.strictObject({ slot: z.string(), text, hashtags });

export const social = textAgent({
  id: 'Social',
  gather: ({ values, startedAt }) => {
    const { briefContext, articleMarkdown, articleTitle, headlines, ctaList } = requireInputs('Social', values, [
      'briefContext',
      'articleMarkdown',
      'articleTitle',
      'headlines',
      'ctaList',
      'validatedVisual',
    ]);
    const { networks } = networksFor(briefContext.brandIdentity.priorityChannels);
    const slots = planPosts(briefContext.reading, networks, startedAt).map((slot) => ({
      ...slot,
      room: roomFor(slot.channel, linkFor(slot.channel, briefContext)),
    }));
    const { strategyReport } = values;
    return {
      briefContext,
      articleTitle,
      articleMarkdown,
      headlines,
      ctaList,
      slots,
      ...(strategyReport ? { strategyReport } : {}),
    };
  },
  prompts: { fr, en },
  words: ({ briefContext: { reading }, slots }, language) => ({
    count: slots.length,
    limits: limitsInWords(slots),
    action: actionLine(reading.goal.kind, language),
  }),
  draftSchema: ({ slots }) =>
    z.strictObject({
      posts: z
        .array(draftPostSchema)
        .refine(
          (posts) => slots.every(({ id }) => posts.filter(({ slot }) => slot === id).length === 1),
          `posts must hold exactly one text for each of: ${slots.map(({ id }) => id).join(', ')}`,
        ),
    }),
  finish: ({ posts }, { briefContext, slots }, input) => {
    const media = rotateMedia(
      slots.map(({ channel }) => channel),
      input.values,
    );
    return {
      scheduledPosts: slots.flatMap((slot, index) => {
        const draft = posts.find((post) => post.slot === slot.id);
        return draft ? [scheduled(draft, slot, media[index], briefContext)] : [];
      }),
      liveCampaign: liveCampaign(briefContext, slots, input),
    };
  },
  maximumOutputTokens: 8000,
});

/** What each network of the calendar takes, in its own way of counting. */
const limitsInWords = (slots: readonly PostSlot[]): string =>
  [...new Map(slots.map((slot) => [slot.channel, slot.room]))]
    .map(([channel, room]) => `${channel} ${room} (${postRules[channel].counts})`)
    .join(', ');

const linkFor = (channel: SocialNetwork, { campaignName, reading }: BriefContext): string | undefined => {
  const { website } = reading.destination;
  return website && utmLink(website, { channel, campaignName, startsOn: reading.period.startsOn });
};

/** The address takes its room first: a post cut short may lose a sentence, never where it leads. */
const roomFor = (channel: SocialNetwork, link: string | undefined): number => {
  const one = { text: '.', hashtags: [], channel };
  const taken = postLength(channel, publishedText({ ...one, link })) - postLength(channel, publishedText(one));
  return postRules[channel].most - taken;
};

function scheduled(
  draft: z.infer<typeof draftPostSchema>,
  { id, channel, scheduledAt, room }: PostSlot,
  media: PostMedia | undefined,
  brief: BriefContext,
): ScheduledPost {
  const link = linkFor(channel, brief);
  const fitted = fitPost(draft.text, draft.hashtags, room, (part) => postLength(channel, part));
  return {
    id,
    channel,
    text: fitted.text,
    hashtags: [...fitted.hashtags],
    scheduledAt,
    ...(link ? { link } : {}),
    ...media,
  };
}

function liveCampaign(
  brief: BriefContext,
  slots: readonly PostSlot[],
  { language }: AgentInput,
): AgentOutput<'Social'>['liveCampaign'] {
  const { timeZone } = brief.reading.period;
  const period = campaignPeriod(brief.reading);
  const { networks, chosenByDefault } = networksFor(brief.brandIdentity.priorityChannels);
  const used = networks.filter((network) => slots.some(({ channel }) => channel === network));
  const names = new Intl.ListFormat(language === 'fr' ? 'fr' : 'en-GB').format(
    used.map((network) => networkNames[network]),
  );
  const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeZone });
  const first = date.format(new Date(period.startsAt));
  const last = date.format(Date.parse(period.endsAt) - 1);
  const summary = summaries[language]({ count: slots.length, names, first, last, chosenByDefault });
  return { summary: fitText(summary, 600), ...period, channels: [...used], timeZone };
}

interface SummaryParts {
  readonly count: number;
  readonly names: string;
  readonly first: string;
  readonly last: string;
  readonly chosenByDefault: boolean;
}
const summaries: Record<Language, (parts: SummaryParts) => string> = {
  fr: ({ count, names, first, last, chosenByDefault }) =>
    `${count} publications prévues sur ${names}, du ${first} au ${last}.${
      chosenByDefault
        ? ` Aucun réseau social ne figurait parmi les canaux prioritaires : ${names} ont été choisis par défaut.`
        : ''
    }`,
  en: ({ count, names, first, last, chosenByDefault }) =>
    `${count} posts planned on ${names}, from ${first} to ${last}.${
      chosenByDefault ? ` No social network was among the priority channels: ${names} were chosen by default.` : ''
    }`,
};
