// Decides when and where a campaign posts: pure arithmetic on the reading of its brief and the moment the plan is made.
import type { BriefReading, GoalKind } from '../contracts/brief-reading.ts';
import { type Channel, type SocialNetwork, socialNetworks } from '../contracts/channels.ts';
import { addDays, daysBetween, weekdayOf } from '../domain/calendar/calendar-days.ts';
import { instantAt } from '../domain/calendar/wall-time.ts';
import { campaignWeeks, publishingDays } from './campaign-days.ts';
import { type PostSlot, type PostTheme, postThemes } from './facts.ts';
import { suits, timeOn } from './posting-hours.ts';

const MOST_POSTS_A_WEEK = 4;
const USUAL_POSTS_A_WEEK = 3;
const FEWEST_POSTS = 8;
const MOST_POSTS = 16;

/** Days before the deadline on which the kind of goal wants to be heard, the last push among them. */
const REMINDERS: Readonly<Record<GoalKind, readonly number[]>> = {
  buy: [21, 14, 7, 3, 1, 0],
  subscribe: [14, 7, 1, 0],
  donate: [21, 10, 3, 1, 0],
  book: [10, 5, 2],
  call: [7, 1],
  'request-demo': [14, 7, 2],
  'sign-up': [42, 28, 14, 7, 3, 1, 0],
  install: [14, 7, 1, 0],
  apply: [30, 21, 14, 7, 2],
  visit: [14, 7, 3, 1, 0],
  petition: [14, 5, 4, 3, 2, 1, 0],
  know: [14, 7, 1],
};

const FALLBACK_NETWORKS: readonly SocialNetwork[] = ['linkedin', 'facebook'];

/** The brief's social networks in its order. Without any, LinkedIn and Facebook, and `chosenByDefault` says so. */
export function networksFor(channels: readonly Channel[]): {
  networks: readonly SocialNetwork[];
  chosenByDefault: boolean;
} {
  const networks = socialNetworks.filter((network) => channels.includes(network));
  networks.sort((left, right) => channels.indexOf(left) - channels.indexOf(right));
  return networks.length > 0
    ? { networks, chosenByDefault: false }
    : { networks: FALLBACK_NETWORKS, chosenByDefault: true };
}

type Plannable = Pick<BriefReading, 'period' | 'constraints' | 'moments' | 'audience' | 'goal'>;

/** A slot before it is known which link takes which room. */
export type PlannedPost = Omit<PostSlot, 'room'>;

/**
 * Eight to sixteen posts (fewer where days are few: four a week, one a day at most), in order of time, each network at its hours.
 * Named days and reminders before the deadline come first, the rest is spread evenly; the last one before a deadline invites.
 */
export function planPosts(reading: Plannable, networks: readonly SocialNetwork[], now: string): readonly PlannedPost[] {
  const days = publishingDays(reading, now);
  const count = Math.min(wantedPosts(campaignWeeks(reading)), days.length);
  const chosen = chosenDays(days, count, wishedDays(reading), networks);
  const { deadline, startsOn, timeZone } = reading.period;
  const channels = channelsFor(chosen, networks);
  return chosen.map((day, index) => {
    const channel = channels[index] ?? networks[0] ?? 'linkedin';
    const isLastPush = deadline !== undefined && index === chosen.length - 1;
    return {
      id: `post-${String(index + 1).padStart(2, '0')}`,
      channel,
      theme: isLastPush ? 'invitation' : themeAt(index),
      week: Math.max(1, Math.floor(daysBetween(startsOn, day) / 7) + 1),
      scheduledAt: instantAt(day, timeOn(channel, weekdayOf(day)), timeZone),
      ...(deadline !== undefined && day <= deadline ? { daysLeft: daysBetween(day, deadline) } : {}),
    };
  });
}

const wantedPosts = (weeks: number): number =>
  Math.min(Math.max(weeks * USUAL_POSTS_A_WEEK, FEWEST_POSTS), MOST_POSTS, weeks * MOST_POSTS_A_WEEK);

const themeAt = (index: number): PostTheme => postThemes[index % postThemes.length] ?? 'benefit';

/** The last push first, then the days the brief names, then the other reminders. */
function wishedDays({ period, moments, goal }: Plannable): readonly string[] {
  const reminders =
    period.deadline === undefined ? [] : REMINDERS[goal.kind].map((before) => addDays(period.deadline ?? '', -before));
  const named = moments.filter(({ kind }) => kind !== 'deadline').map(({ startsOn }) => startsOn);
  return [...reminders.slice(-1), ...named, ...reminders.toReversed()];
}

/** At most half of the posts wait for wished days: the others keep the campaign in sight between them. */
function chosenDays(
  days: readonly string[],
  count: number,
  wished: readonly string[],
  networks: readonly SocialNetwork[],
): readonly string[] {
  const chosen = new Set<string>();
  for (const day of wished) if (chosen.size < Math.ceil(count / 2) && days.includes(day)) chosen.add(day);
  const first = days[0];
  if (first !== undefined && chosen.size < count) chosen.add(first);
  while (chosen.size < count) {
    const next = farthestDay(days, chosen, networks);
    if (next === undefined) break;
    chosen.add(next);
  }
  return [...chosen].sort();
}

/** The free day with most room around it; of those nearly as good, one on which a network is read. */
function farthestDay(
  days: readonly string[],
  chosen: ReadonlySet<string>,
  networks: readonly SocialNetwork[],
): string | undefined {
  const room = (day: string) => Math.min(...[...chosen].map((other) => Math.abs(daysBetween(day, other))));
  const free = days.filter((day) => !chosen.has(day)).map((day) => ({ day, room: room(day) }));
  const most = Math.max(...free.map((entry) => entry.room));
  const good = free.filter((entry) => entry.room >= most - 1);
  const liked = good.filter(({ day }) => networks.some((network) => suits(network, weekdayOf(day))));
  return (liked.length > 0 ? liked : good).toSorted((left, right) => right.room - left.room)[0]?.day;
}

/** Each network in turn; among those that have had the fewest posts, one that suits the weekday. */
function channelsFor(days: readonly string[], networks: readonly SocialNetwork[]): readonly SocialNetwork[] {
  const used = new Map<SocialNetwork, number>(networks.map((network) => [network, 0]));
  return days.flatMap((day) => {
    const fewest = Math.min(...used.values());
    const next = networks.filter((network) => used.get(network) === fewest);
    const channel = next.find((network) => suits(network, weekdayOf(day))) ?? next[0];
    if (channel === undefined) return [];
    used.set(channel, fewest + 1);
    return [channel];
  });
}
