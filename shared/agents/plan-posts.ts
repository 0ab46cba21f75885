// Decides when and where a campaign posts: pure arithmetic on the brief and the moment the plan is made.
import { type Channel, type SocialNetwork, socialNetworks } from '../contracts/channels.ts';
import { type PostSlot, postThemes } from './facts.ts';

const DAY_MILLISECONDS = 86_400_000;
const MOST_POSTS_A_WEEK = 4;
const USUAL_POSTS_A_WEEK = 3;
const FEWEST_POSTS = 8;
const MOST_POSTS = 16;

/** Starting hypotheses: weekdays (0 is Sunday) and hours (UTC) that suit how each network is used. */
const HABITS: Record<SocialNetwork, { weekdays: readonly number[]; hours: readonly number[] }> = {
  linkedin: { weekdays: [2, 3, 4], hours: [7, 11] },
  instagram: { weekdays: [1, 3, 5], hours: [11, 17] },
  facebook: { weekdays: [2, 4, 6], hours: [12, 17] },
  x: { weekdays: [1, 3, 4], hours: [8, 12] },
  tiktok: { weekdays: [2, 4, 0], hours: [17, 18] },
  youtube: { weekdays: [4, 6], hours: [15, 16] },
  pinterest: { weekdays: [6, 0, 5], hours: [19, 10] },
  threads: { weekdays: [1, 2, 4], hours: [9, 17] },
  bluesky: { weekdays: [2, 3, 5], hours: [9, 16] },
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

interface CampaignPeriod {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Whole days in UTC: from the midnight after `startedAt`, for `weeks` weeks. */
export function campaignPeriod(startedAt: string, weeks: number): CampaignPeriod {
  const today = Math.floor(Date.parse(startedAt) / DAY_MILLISECONDS);
  const at = (day: number) => new Date(day * DAY_MILLISECONDS).toISOString();
  return { startsAt: at(today + 1), endsAt: at(today + 1 + weeks * 7) };
}

/** Eight to sixteen posts (fewer in one week, where four is the most), spread evenly, in order of time. */
export function planPosts(startsAt: string, weeks: number, networks: readonly SocialNetwork[]): readonly PostSlot[] {
  const wanted = Math.min(Math.max(weeks * USUAL_POSTS_A_WEEK, FEWEST_POSTS), MOST_POSTS);
  const count = Math.min(wanted, weeks * MOST_POSTS_A_WEEK);
  const moments = Array.from({ length: weeks }, (_, week) => {
    const first = Math.floor((week * count) / weeks);
    const numbers = Array.from(
      { length: Math.floor(((week + 1) * count) / weeks) - first },
      (_, index) => first + index,
    );
    return momentsOfWeek(startsAt, week, numbers, networks);
  }).flat();
  moments.sort((left, right) => left.scheduledAt.localeCompare(right.scheduledAt));
  return moments.map((moment, index) => ({
    id: `post-${String(index + 1).padStart(2, '0')}`,
    theme: postThemes[index % postThemes.length] ?? 'benefit',
    ...moment,
  }));
}

type Moment = Pick<PostSlot, 'channel' | 'week' | 'scheduledAt'>;

function momentsOfWeek(
  startsAt: string,
  week: number,
  postNumbers: readonly number[],
  networks: readonly SocialNetwork[],
): readonly Moment[] {
  const taken = new Set<number>();
  return postNumbers.flatMap((number, index) => {
    const channel = networks[number % networks.length];
    if (!channel) return [];
    const weekStart = Date.parse(startsAt) + week * 7 * DAY_MILLISECONDS;
    const day = dayFor(weekStart, Math.floor((index * 7) / postNumbers.length), HABITS[channel].weekdays, taken);
    taken.add(day);
    const hours = HABITS[channel].hours;
    const hour = hours[Math.floor(number / networks.length) % hours.length] ?? 12;
    const scheduledAt = new Date(weekStart + day * DAY_MILLISECONDS + hour * 3_600_000).toISOString();
    return [{ channel, week: week + 1, scheduledAt }];
  });
}

/** The free day of the week nearest to the wanted one, on a weekday the network likes if one is left. */
function dayFor(weekStart: number, wanted: number, weekdays: readonly number[], taken: ReadonlySet<number>): number {
  const free = [0, 1, 2, 3, 4, 5, 6].filter((day) => !taken.has(day));
  const liked = free.filter((day) => weekdays.includes(new Date(weekStart + day * DAY_MILLISECONDS).getUTCDay()));
  const candidates = liked.length > 0 ? liked : free;
  return candidates.reduce(
    (best, day) => (Math.abs(day - wanted) < Math.abs(best - wanted) ? day : best),
    candidates[0] ?? wanted,
  );
}
