// The posts by week, then each post in full.
import { type AgentOutput, publishedText, type ScheduledPost } from '../../contracts/agent-outputs.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { postLength, postRules } from '../../contracts/post-rules.ts';
import { addDays, weekdayOf } from '../../domain/calendar-days.ts';
import { cardHeader, hashtags } from './copy-section.ts';
import { html, type Markup, paragraphs } from './markup.ts';
import { printedPoster } from './media-sections.ts';
import type { ReportContext } from './report-context.ts';

/** Weeks of seven days with the posts at their times, then one card per post. */
export const calendarSection = (
  context: ReportContext,
  { liveCampaign, scheduledPosts }: AgentOutput<'Social'>,
): Markup => {
  const posts = [...scheduledPosts].sort(
    (first, second) => Date.parse(first.scheduledAt) - Date.parse(second.scheduledAt),
  );
  return html`<p class="lead" dir="auto">${liveCampaign.summary}</p><p class="quiet">${context.texts.allTimesOf} ${context.timeZone.replaceAll('_', ' ')}.</p>
${[...byWeek(context, posts)].map(([monday, own]) => week(context, monday, own))}
<h3>${context.texts.allPosts}</h3>
<div class="networks">${posts.map((post) => postCard(context, post))}</div>`;
};

const byWeek = (context: ReportContext, posts: readonly ScheduledPost[]): Map<string, ScheduledPost[]> =>
  Map.groupBy(posts, ({ scheduledAt }) => mondayOf(dayOf(context, scheduledAt)));

/** The day of an instant where the campaign's people are, such as 2027-03-01: late in the evening it is another one than in UTC. */
const dayOf = ({ timeZone }: ReportContext, iso: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(iso));

/** The Monday on or before a day. */
const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

const week = (context: ReportContext, monday: string, posts: readonly ScheduledPost[]): Markup => {
  const days = Array.from({ length: 7 }, (_nothing, index) => addDays(monday, index));
  return html`<h3 class="week-title">${context.texts.weekOf} ${context.date(monday, { dateStyle: 'long', timeZone: 'UTC' })}</h3>
<ol class="week">${days.map((day) =>
    dayCell(
      context,
      day,
      posts.filter(({ scheduledAt }) => dayOf(context, scheduledAt) === day),
    ),
  )}</ol>`;
};

const dayCell = (
  context: ReportContext,
  day: string,
  posts: readonly ScheduledPost[],
): Markup => html`<li class="${posts.length === 0 && 'empty'}">
<span class="day">${context.date(day, { weekday: 'short', day: 'numeric', timeZone: 'UTC' })}</span>${posts.map(
  (post) =>
    html`<a class="slot ${post.channel}" href="#post-${post.id}"><strong>${time(context, post)}</strong> ${channelLabels[post.channel]}</a>`,
)}</li>`;

const time = (context: ReportContext, post: ScheduledPost): string =>
  context.date(post.scheduledAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const postCard = (context: ReportContext, post: ScheduledPost): Markup => {
  const when = context.date(post.scheduledAt, { weekday: 'long', day: 'numeric', month: 'long' });
  return html`<article class="network ${post.channel}" id="post-${post.id}">
${cardHeader(context.brand, `${channelLabels[post.channel]} · ${when}, ${time(context, post)}`)}
${paragraphs(post.text)}${hashtags(post.hashtags)}${attachment(context, post)}
<footer class="quiet">${postLength(post.channel, publishedText(post))} / ${context.number(postRules[post.channel].most)} ${context.texts.characters}</footer></article>`;
};

const attachment = ({ file }: ReportContext, { assetId, assetRatio }: ScheduledPost): Markup | undefined => {
  const found = file(assetId, assetRatio);
  if (!found) return undefined;
  const { address, asset, poster, widthPixels, heightPixels } = found;
  return asset.kind === 'video'
    ? html`<video src="${address}"${poster && html` poster="${poster}"`} controls preload="none" playsinline></video>${printedPoster(poster)}`
    : html`<img src="${address}" alt="" width="${widthPixels}" height="${heightPixels}" loading="lazy">`;
};
