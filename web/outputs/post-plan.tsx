import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { day, weekday } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { PostCard } from './post-card.tsx';
import { outputWords } from './words.ts';

export function PostPlan({ output: { scheduledPosts, liveCampaign } }: { readonly output: AgentOutput<'Social'> }) {
  const say = useWords(outputWords);
  const byDay = Map.groupBy(
    [...scheduledPosts].sort((one, other) => one.scheduledAt.localeCompare(other.scheduledAt)),
    ({ scheduledAt }) => weekday(scheduledAt),
  );
  return (
    <>
      <p className="output-lead">{liveCampaign.summary}</p>
      <p className="soft number">
        {say('posts', { count: scheduledPosts.length })} ·{' '}
        {say('planFrom', { from: day(liveCampaign.startsAt), to: day(liveCampaign.endsAt) })}
        {liveCampaign.timeZone && ` · ${liveCampaign.timeZone}`}
      </p>
      {[...byDay].map(([date, posts]) => (
        <section key={date} className="output-section">
          <h3>{date}</h3>
          <ul className="cards wide">
            {posts.map((post) => (
              <li key={post.id}>
                <PostCard {...post} link={post.link} assetId={post.assetId} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
