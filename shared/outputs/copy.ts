// Headlines, calls to action, the copy of each channel in the look of that channel, e-mails and search advertisements.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { channelName, isSocialNetwork } from '../contracts/channels.ts';
import { longestSubject, searchAdRules } from '../contracts/email-and-search.ts';
import { useOutput } from './output-context.ts';
import { Paragraphs, Section, Statements, Tags, written } from './parts.ts';
import { Author, PostCard } from './post-card.ts';

type Copywriting = AgentOutput<'Copywriter'>;

export function Copy({ output }: { readonly output: Copywriting }) {
  const { say } = useOutput();
  return [
    h(Section, { key: 'headlines', title: say('headlines') }, h(Statements, { statements: output.headlines })),
    h(Section, { key: 'ctaList', title: say('ctaList') }, h(Tags, { tags: output.ctaList, kind: 'cta' })),
    h(
      Section,
      { key: 'copyByChannel', title: say('copyByChannel') },
      h('div', { className: 'posts' }, ...output.copyByChannel.map((copy) => h(ChannelCopy, { copy }))),
    ),
    output.emails.length > 0 &&
      h(
        Section,
        { key: 'emails', title: say('emails') },
        h('div', { className: 'posts' }, ...output.emails.map((email) => h(Email, { email }))),
      ),
    output.adGroups.length > 0 &&
      h(
        Section,
        { key: 'adGroups', title: say('adGroups') },
        h('div', { className: 'posts' }, ...output.adGroups.map((group) => h(AdGroup, { group }))),
      ),
  ];
}

function ChannelCopy({
  copy: { channel, headline, body, cta, hashtags },
}: {
  readonly copy: Copywriting['copyByChannel'][number];
}) {
  const { say, language, brand, website } = useOutput();
  if (isSocialNetwork(channel)) return h(PostCard, { channel, title: headline, text: body, hashtags, cta });
  if (channel === 'search')
    return h(
      'article',
      { className: 'card', 'data-channel': channel },
      h(SearchResult, { place: website ? hostOf(website) : brand, title: headline, isAd: true }, body),
      h('p', { ...written, className: 'cta' }, cta),
    );
  return h(
    'article',
    { className: 'card', 'data-channel': channel },
    h('header', { className: 'post-head' }, h(Author, null, channelName(channel, language))),
    h('h4', written, channel === 'email' && h('span', { className: 'label' }, `${say('subject')} `), headline),
    h(Paragraphs, { text: body }),
    h('p', { ...written, className: 'cta' }, cta),
  );
}

const emailMoment = { dateStyle: 'full', timeStyle: 'short' } as const;

function Email({ email }: { readonly email: Copywriting['emails'][number] }) {
  const { say, date } = useOutput();
  return h(
    'article',
    { className: 'card email', 'data-channel': 'email' },
    h(
      'header',
      { className: 'post-head' },
      h(Author, null, h('time', { dateTime: email.sendAt }, date(email.sendAt, emailMoment))),
      h('span', { className: 'tag' }, say(email.purpose)),
    ),
    h('h4', written, email.subject),
    h('p', { className: 'soft small' }, h('span', written, email.preheader)),
    h(Paragraphs, { text: email.body }),
    h('p', { ...written, className: 'cta' }, email.cta),
    h('p', { className: 'post-foot' }, say('subject'), ' ', h(Count, { text: email.subject, most: longestSubject })),
  );
}

function AdGroup({ group }: { readonly group: Copywriting['adGroups'][number] }) {
  const { say, website, brand } = useOutput();
  const address = group.finalUrl ?? website;
  const place = [address ? hostOf(address) : brand, ...group.paths].join(' › ');
  const counted = (texts: readonly string[], most: number) =>
    texts.map((text) => h('li', null, h('span', written, text), ' ', h(Count, { text, most })));
  return h(
    'article',
    { className: 'card', 'data-channel': 'search' },
    h(SearchResult, { place, title: group.headlines.slice(0, 3).join(' | '), isAd: true }, group.descriptions.slice(0, 2).join(' ')), // biome-ignore format: as it is read
    h('p', { ...written, className: 'label' }, say('ofGroup', { name: group.name })),
    h(
      'ul',
      { className: 'counted' },
      ...counted(group.headlines, searchAdRules.headline),
      ...counted(group.descriptions, searchAdRules.description),
    ),
  );
}

/** How long a text is, of how long it may be. */
export function Count({ text, most }: { readonly text: string; readonly most: number }) {
  const { say } = useOutput();
  return h('span', { className: 'count' }, say('counted', { count: text.length, most }));
}

interface SearchResultProps {
  readonly place: string;
  readonly title: string;
  readonly isAd?: boolean;
  readonly children?: string;
}

/** A page as a search engine lists it. */
export function SearchResult({ place, title, isAd, children }: SearchResultProps) {
  const { say } = useOutput();
  return h(
    'div',
    { className: 'search-result' },
    h(
      'p',
      { className: 'search-place' },
      isAd && h('strong', null, say('sponsored'), ' · '),
      h('span', written, place),
    ),
    h('p', { ...written, className: 'search-title' }, title),
    h('p', written, children),
  );
}

export const hostOf = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').split('/')[0] ?? '';
