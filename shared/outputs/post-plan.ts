// The posts by week on the days of the campaign's people, then each post in full.
import { createElement as h } from 'react';
import type { AgentOutput, ScheduledPost } from '../contracts/agent-outputs.ts';
import { networkNames } from '../contracts/channels.ts';
import { addDays, weekdayOf } from '../domain/calendar/calendar-days.ts';
import { type OutputContext, useOutput } from './output-context.ts';
import { Section, written } from './parts.ts';
import { PostCard } from './post-card.ts';

export function PostPlan({ output: { scheduledPosts, liveCampaign } }: { readonly output: AgentOutput<'Social'> }) {
  const context = useOutput();
  const { say, timeZone } = context;
  const posts = scheduledPosts.toSorted((one, other) => Date.parse(one.scheduledAt) - Date.parse(other.scheduledAt));
  const weeks = Map.groupBy(posts, (post) => mondayOf(dayOf(context, post)));
  return [
    h('p', { ...written, key: 'summary', className: 'output-lead' }, liveCampaign.summary),
    h(
      'p',
      { key: 'count', className: 'soft' },
      say('planned', { count: posts.length }),
      ' · ',
      say('allTimesOf', { zone: timeZone.replaceAll('_', ' ') }),
    ),
    ...[...weeks].map(([monday, own]) => h(Week, { key: monday, monday, posts: own })),
    h(
      Section,
      { key: 'all', title: say('allPosts') },
      h('div', { className: 'posts' }, ...posts.map((post) => h(PostCard, { ...post, id: anchorOf(post) }))),
    ),
  ];
}

const anchorOf = ({ id }: ScheduledPost): string => `post-${id}`;

/** The day of a post where the campaign's people are, such as 2027-03-01: late in the evening it is another one than in UTC. */
const dayOf = ({ timeZone }: OutputContext, { scheduledAt }: ScheduledPost): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(scheduledAt));

/** The Monday on or before a day. */
const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

function Week({ monday, posts }: { readonly monday: string; readonly posts: readonly ScheduledPost[] }) {
  const context = useOutput();
  const { say, date } = context;
  const days = Array.from({ length: 7 }, (_nothing, index) => addDays(monday, index));
  const byDay = Map.groupBy(posts, (post) => dayOf(context, post));
  return h(
    'section',
    { className: 'output-section' },
    h('h3', { className: 'week-title' }, say('weekOf', { day: date(monday, { dateStyle: 'long', timeZone: 'UTC' }) })),
    h(
      'ol',
      { className: 'week' },
      ...days.map((day) =>
        h(
          'li',
          null,
          h('span', { className: 'label' }, date(day, { weekday: 'short', day: 'numeric', timeZone: 'UTC' })),
          ...(byDay.get(day) ?? []).map((post) => h(Slot, { post })),
        ),
      ),
    ),
  );
}

function Slot({ post }: { readonly post: ScheduledPost }) {
  const { date } = useOutput();
  const time = date(post.scheduledAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return h(
    'a',
    { className: 'slot', 'data-channel': post.channel, href: `#${anchorOf(post)}` },
    h('strong', null, time),
    ' ',
    networkNames[post.channel],
  );
}
