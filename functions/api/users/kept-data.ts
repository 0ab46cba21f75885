const daySeconds = 24 * 60 * 60;

/** What a deleted account leaves behind for a while, and why. */
export const keptAfter = (deletedAt: Date) => [
  {
    what: 'Backups of the table',
    why: 'They bring the whole service back after a fault and cannot be changed for one person. DynamoDB keeps them for 35 days.',
    until: after(deletedAt, 35 * daySeconds),
  },
  {
    what: 'A mark that the account is closed',
    why: 'It holds the id of the user and the time, so that access tokens that are out make nothing new; the table removes it within days.',
    until: after(deletedAt, 3 * daySeconds),
  },
  {
    what: 'Access tokens that are out',
    why: 'API Gateway checks their signature, not a list: until their hour is over they open an empty workspace, in which nothing of before is found and nothing new is made.',
    until: after(deletedAt, 60 * 60),
  },
  {
    what: 'A note of the ids of user, workspace and campaigns, and what an agent stores that was at work',
    why: 'A model call that is under way cannot be taken back. What it still stores is found by the note, a quarter of an hour later, and deleted with it.',
    until: after(deletedAt, 30 * 60),
  },
  {
    what: 'Counted tries to sign in, and addresses that the right password came from',
    why: 'They hold back guessing. They are kept under a fingerprint, without e-mail or address, and mean nothing after a day, the addresses after 30 days; the table removes them within days.',
    until: after(deletedAt, 33 * daySeconds),
  },
  {
    what: 'Logs',
    why: 'They say which request came when and how it ended, without contents, and are deleted after the days the operator set.',
  },
];

const after = (instant: Date, seconds: number): string => new Date(instant.getTime() + seconds * 1000).toISOString();
