import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelLabels, isSocialNetwork } from '../../shared/contracts/channels.ts';
import { searchAdRules } from '../../shared/contracts/email-and-search.ts';
import { moment } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { Points, Section } from './parts.tsx';
import { PostCard } from './post-card.tsx';
import { outputWords } from './words.ts';

export function Copy({ output }: { readonly output: AgentOutput<'Copywriter'> }) {
  const say = useWords(outputWords);
  return (
    <>
      <Section title={say('headlines')}>
        <ul className="key-messages">
          {output.headlines.map((headline) => (
            <li key={headline}>{headline}</li>
          ))}
        </ul>
        <p className="tags">
          {output.ctaList.map((cta) => (
            <span key={cta} className="tag">
              {cta}
            </span>
          ))}
        </p>
      </Section>
      <Section title={say('copyByChannel')}>
        <ul className="cards wide">
          {output.copyByChannel.map(({ channel, headline, body, cta, hashtags }) => (
            <li key={channel}>
              {isSocialNetwork(channel) ? (
                <PostCard channel={channel} title={headline} text={body} hashtags={hashtags} cta={cta} />
              ) : (
                <article className="card">
                  <p className="small soft">{channelLabels[channel]}</p>
                  <h4>{headline}</h4>
                  <p className="prose">{body}</p>
                  <p className="tag">{cta}</p>
                </article>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {output.emails.length > 0 && (
        <Section title={say('emails')}>
          {output.emails.map((email) => (
            <article key={email.id} className="card email">
              <header>
                <h4>{email.subject}</h4>
                <p className="soft">{email.preheader}</p>
                <time className="small soft" dateTime={email.sendAt}>
                  {moment(email.sendAt)}
                </time>
              </header>
              <p className="prose">{email.body}</p>
              <p className="email-button">{email.cta}</p>
            </article>
          ))}
        </Section>
      )}
      {output.adGroups.length > 0 && (
        <Section title={say('ads')}>
          {output.adGroups.map((group) => (
            <article key={group.name} className="card">
              <p className="small soft">
                {[group.finalUrl?.replace(/^https?:\/\//, '').split('/')[0], ...group.paths]
                  .filter(Boolean)
                  .join(' › ')}
              </p>
              <h4 className="search-title">{group.headlines.slice(0, 3).join(' | ')}</h4>
              <p>{group.descriptions[0]}</p>
              <details>
                <summary>{group.name}</summary>
                <Points
                  points={group.headlines.map(
                    (text) => `${text} · ${say('characters', { count: text.length, most: searchAdRules.headline })}`,
                  )}
                />
              </details>
            </article>
          ))}
        </Section>
      )}
    </>
  );
}
