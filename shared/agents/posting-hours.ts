// When to publish on each network, on the clocks of the audience: a starting test, not a law. Studies disagree (they count
// different accounts in different countries), so each entry keeps where it comes from. The first time is the usual one.
import type { SocialNetwork } from '../contracts/channels.ts';

export interface PostingTime {
  /** 0 Sunday to 6 Saturday. */
  readonly weekday: number;
  readonly time: string;
}

interface PostingHabit {
  readonly times: readonly PostingTime[];
  readonly source: string;
}

const [SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 2, 3, 4, 5, 6];
const at = (weekday: number, time: string): PostingTime => ({ weekday, time });

// Read on 2026-11-26. Hours move with habits: an entry older than a year wants reading again.

export const postingHabits: Readonly<Record<SocialNetwork, PostingHabit>> = {
  instagram: { times: [at(WEDNESDAY, '12:00'), at(THURSDAY, '09:00'), at(MONDAY, '18:00'), at(TUESDAY, '12:00')], source: 'Buffer 2026 (9.6 million posts), Iconosquare 2026-02, Sprout 2026: hours differ, the middle of the week agrees' },
  facebook: { times: [at(WEDNESDAY, '10:30'), at(THURSDAY, '12:30'), at(TUESDAY, '12:30'), at(FRIDAY, '10:30')], source: 'Buffer 2026 (14 million posts), Sprout 2026, Meltwater 2026: morning against afternoon' },
  linkedin: { times: [at(TUESDAY, '10:00'), at(WEDNESDAY, '17:00'), at(THURSDAY, '10:00')], source: 'Sprout 2023, HubSpot for LinkedIn: opposite hours, both are tested' },
  tiktok: { times: [at(WEDNESDAY, '18:00'), at(FRIDAY, '18:00'), at(SUNDAY, '18:00')], source: 'Buffer 2026 (7.1 million posts), Sprout 2024: they disagree on Sunday' },
  x: { times: [at(WEDNESDAY, '09:00'), at(TUESDAY, '08:00'), at(MONDAY, '08:00')], source: 'Buffer 2026 (1 million posts), Sprout' },
  youtube: { times: [at(FRIDAY, '15:00'), at(SATURDAY, '15:00')], source: 'No two studies agree: Friday afternoon as a start' },
  pinterest: { times: [at(WEDNESDAY, '12:00'), at(THURSDAY, '09:00'), at(SATURDAY, '12:00')], source: 'No usable pair of studies: as Instagram' },
  threads: { times: [at(WEDNESDAY, '09:00'), at(TUESDAY, '08:00'), at(THURSDAY, '09:00')], source: 'No usable pair of studies: as X' },
  bluesky: { times: [at(WEDNESDAY, '09:00'), at(TUESDAY, '08:00'), at(FRIDAY, '09:00')], source: 'No usable pair of studies: as X' },
}; // biome-ignore format: a table

/** The network's time on a weekday: its own for that day, else its usual one. */
export const timeOn = (network: SocialNetwork, weekday: number): string => {
  const { times } = postingHabits[network];
  return (times.find((entry) => entry.weekday === weekday) ?? times[0])?.time ?? '12:00';
};

export const suits = (network: SocialNetwork, weekday: number): boolean =>
  postingHabits[network].times.some((entry) => entry.weekday === weekday);

/** E-mails: opened by day, acted on in the evening (Brevo 2023-08, MailerLite 2025, Omnisend 2025, read on the day above). */
export const emailTimes = { news: at(TUESDAY, '10:00'), action: at(THURSDAY, '19:00') } as const;
