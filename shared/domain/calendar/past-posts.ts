// What a person moved into the past while editing posts: no network publishes there. Times that were past before are left to whoever
// publishes, because an approval may come late.
import type { ScheduledPost } from '../../contracts/agent-outputs.ts';
import type { FieldError } from '../../contracts/problems.ts';

const postsOf = (output: object): readonly ScheduledPost[] =>
  'scheduledPosts' in output && Array.isArray(output.scheduledPosts) ? output.scheduledPosts : [];

/** Of two outputs of the same phase. Outputs of other agents have no posts. */
export const pastPosts = (original: object, edited: object, now: Date): FieldError[] => {
  const before = new Set(postsOf(original).map(({ id, scheduledAt }) => `${id} ${scheduledAt}`));
  return postsOf(edited).flatMap(({ id, scheduledAt }, index) =>
    Date.parse(scheduledAt) < now.getTime() && !before.has(`${id} ${scheduledAt}`)
      ? [
          {
            pointer: `#/scheduledPosts/${index}/scheduledAt`,
            detail: `must not be in the past: it is ${now.toISOString()} now`,
          },
        ]
      : [],
  );
};
