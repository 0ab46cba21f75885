// Writes the campaign's headlines, calls to action, one text per channel, its e-mails and its search advertisements, within
// what each channel allows.
import * as z from 'zod';
import { type AgentOutput, agentOutputSchemas, channelCopySchema } from '../contracts/agent-outputs.ts';
import { type Channel, isSocialNetwork } from '../contracts/channels.ts';
import { adGroupSchema, emailSchema, searchAdRules } from '../contracts/email-and-search.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import { lineText } from '../contracts/text.ts';
import { fitPost } from '../domain/text/fit-text.ts';
import { utmLink } from '../domain/text/utm-link.ts';
import type { ChannelCopy, copywriterFactsSchema } from './facts.ts';
import { requireInputs } from './input-missing.ts';
import { planEmails } from './plan-emails.ts';
import { prompt as en } from './prompts/copywriter.en.ts';
import { prompt as fr } from './prompts/copywriter.fr.ts';
import { actionLine } from './prompts/goal-actions.ts';
import { textAgent } from './text-agent.ts';

type Facts = z.infer<typeof copywriterFactsSchema>;

/** Most characters of a body where no network sets a limit: that of the contract. */
const LONGEST_BODY = 2200;

/** Characters that body and hashtags may take together on a channel. */
export function copyLimit(channel: Channel): number {
  return isSocialNetwork(channel) ? Math.min(postRules[channel].most, LONGEST_BODY) : LONGEST_BODY;
}

/** The copy within the limit of its channel less `reserve`, counted as the channel counts. */
export const fitCopy = (channel: Channel, body: string, hashtags: readonly string[], reserve = 0) =>
  fitPost(body, hashtags, copyLimit(channel) - reserve, (text) =>
    Math.max(
      text.length > LONGEST_BODY ? text.length : 0,
      isSocialNetwork(channel) ? postLength(channel, text) : text.length,
    ),
  );

const limitsInWords = (channels: readonly Channel[]): string =>
  channels.map((channel) => `${channel} ${copyLimit(channel)}`).join(', ');

/** What a model writes: times and addresses are added by code, and a headline too long is left out where enough remain. */
const draftSchema = ({ briefContext, emailSlots, wantsSearchAds }: Facts) =>
  z.strictObject({
    ...agentOutputSchemas.Copywriter.pick({ headlines: true, ctaList: true }).shape,
    copyByChannel: z
      .array(channelCopySchema.extend({ channel: z.enum(briefContext.brandIdentity.priorityChannels) }))
      .min(1)
      .max(12),
    emails: z
      .array(emailSchema.omit({ sendAt: true, link: true, purpose: true }))
      .default([])
      .refine(
        (emails) => emailSlots.every(({ id }) => emails.filter((email) => email.id === id).length === 1),
        `emails must hold exactly one mail for each of: ${emailSlots.map(({ id }) => id).join(', ')}`,
      ),
    adGroups: z
      .array(draftAdGroupSchema)
      .max(4)
      .default([])
      .refine((groups) => !wantsSearchAds || groups.length > 0, 'adGroups must hold at least one group'),
  });

const draftAdGroupSchema = adGroupSchema.omit({ finalUrl: true }).extend({
  headlines: z
    .array(lineText(120))
    .refine(
      (lines) => fitting(lines, searchAdRules.headline).length >= searchAdRules.fewestHeadlines,
      `at least ${searchAdRules.fewestHeadlines} different headlines must have ${searchAdRules.headline} characters at most and no exclamation mark`,
    ),
  descriptions: z
    .array(lineText(240))
    .refine(
      (lines) => fitting(lines, searchAdRules.description).length >= searchAdRules.fewestDescriptions,
      `at least ${searchAdRules.fewestDescriptions} different descriptions must have ${searchAdRules.description} characters at most`,
    ),
});

const fitting = (lines: readonly string[], limit: number): string[] => [
  ...new Set(lines.filter((line) => line.length <= limit && !(limit === searchAdRules.headline && line.includes('!')))),
];

export const copywriter = textAgent({
  id: 'Copywriter',
  gather: ({ values, startedAt }) => {
    const { briefContext, strategyReport } = requireInputs('Copywriter', values, ['briefContext', 'strategyReport']);
    const { priorityChannels } = briefContext.brandIdentity;
    const emailSlots = priorityChannels.includes('email') ? [...planEmails(briefContext.reading, startedAt)] : [];
    return { briefContext, strategyReport, emailSlots, wantsSearchAds: priorityChannels.includes('search') };
  },
  prompts: { fr, en },
  words: ({ briefContext: { reading, brandIdentity }, emailSlots, wantsSearchAds }, language) => ({
    channels: brandIdentity.priorityChannels.join(', '),
    limits: limitsInWords(brandIdentity.priorityChannels),
    action: actionLine(reading.goal.kind, language),
    wantsEmails: emailSlots.length > 0,
    wantsSearchAds,
  }),
  draftSchema,
  finish: (draft, facts) => ({
    ...draft,
    copyByChannel: draft.copyByChannel.map(withinLimit),
    emails: facts.emailSlots.flatMap(({ id, purpose, sendAt }) => {
      const email = draft.emails.find((written) => written.id === id);
      return email ? [{ ...email, purpose, sendAt, ...linkOf('email', 'link', facts) }] : [];
    }),
    adGroups: facts.wantsSearchAds ? draft.adGroups.map((group) => fittingGroup(group, facts)) : [],
  }),
  maximumOutputTokens: 9000,
});

function withinLimit(copy: ChannelCopy): ChannelCopy {
  const { text, hashtags } = fitCopy(copy.channel, copy.body, copy.hashtags);
  return { ...copy, body: text, hashtags: [...hashtags] };
}

const fittingGroup = (
  group: z.infer<typeof draftAdGroupSchema>,
  facts: Facts,
): AgentOutput<'Copywriter'>['adGroups'][number] => ({
  ...group,
  headlines: fitting(group.headlines, searchAdRules.headline).slice(0, searchAdRules.mostHeadlines),
  descriptions: fitting(group.descriptions, searchAdRules.description).slice(0, searchAdRules.mostDescriptions),
  ...linkOf('search', 'finalUrl', facts),
});

/** The tracked address under its name in the output; nothing where the brief gives no website. */
function linkOf<Name extends string>(
  channel: Channel,
  name: Name,
  { briefContext }: Facts,
): { [Key in Name]?: string } {
  const { destination, period } = briefContext.reading;
  if (destination.website === undefined) return {};
  const link = utmLink(destination.website, {
    channel,
    campaignName: briefContext.campaignName,
    startsOn: period.startsOn,
  });
  return { [name]: link } as { [Key in Name]?: string };
}
