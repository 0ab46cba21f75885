// Headlines, calls to action, and the copy of each channel in the look of that channel.

import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { graphemesOf } from '../../contracts/graphemes.ts';
import { html, type Markup, paragraphs } from './markup.ts';
import type { ReportContext } from './report-context.ts';

type ChannelCopy = AgentOutput<'Copywriter'>['copyByChannel'][number];

/** Headlines large, calls to action as buttons, then one card per channel. */
export const copySection = (
  context: ReportContext,
  { headlines, ctaList, copyByChannel }: AgentOutput<'Copywriter'>,
): Markup => html`<h3>${context.texts.headlines}</h3>
<ol class="headlines">${headlines.map((headline) => html`<li dir="auto">${headline}</li>`)}</ol>
<h3>${context.texts.callsToAction}</h3>
<p class="buttons">${ctaList.map((cta) => html`<span class="button" dir="auto">${cta}</span> `)}</p>
<h3>${context.texts.copyByChannel}</h3>
<div class="networks">${copyByChannel.map((copy) => channelCard(context, copy))}</div>`;

const channelCard = (context: ReportContext, copy: ChannelCopy): Markup => {
  if (copy.channel === 'search') return searchCard(context, copy);
  if (copy.channel === 'email') return emailCard(context, copy);
  return postCard(context, copy);
};

const postCard = ({ brand }: ReportContext, copy: ChannelCopy): Markup => html`<article class="network ${copy.channel}">
${cardHeader(brand, channelLabels[copy.channel])}
<h4 dir="auto">${copy.headline}</h4>${paragraphs(copy.body)}${hashtags(copy.hashtags)}
<footer><span class="button" dir="auto">${copy.cta}</span></footer></article>`;

const emailCard = (
  { brand, texts }: ReportContext,
  copy: ChannelCopy,
): Markup => html`<article class="network ${copy.channel}">
${cardHeader(brand, channelLabels[copy.channel])}
<p class="subject"><span class="quiet">${texts.subject}</span> <bdi>${copy.headline}</bdi></p>${paragraphs(copy.body)}
<footer><span class="button" dir="auto">${copy.cta}</span></footer></article>`;

const searchCard = (context: ReportContext, copy: ChannelCopy): Markup => {
  const { website = context.brand } = context.dossier.campaign.briefData.companyInfo;
  return html`<article class="network ${copy.channel}">
<p class="quiet"><strong>${context.texts.sponsored}</strong> · <bdi>${website}</bdi></p>
<h4 class="result" dir="auto">${copy.headline}</h4>${paragraphs(copy.body)}
<footer><span class="button" dir="auto">${copy.cta}</span></footer></article>`;
};

/** The round mark with the brand's initials, its name, and where it speaks. */
export const cardHeader = (brand: string, place: string): Markup =>
  html`<header><span class="avatar" dir="auto" aria-hidden="true">${initials(brand)}</span><span><strong dir="auto">${brand}</strong><small>${place}</small></span></header>`;

const initials = (brand: string): string =>
  brand
    .split(/\s+/)
    .map((word) => graphemesOf(word)[0] ?? '')
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();

/** Hashtags in the colour of links. */
export const hashtags = (tags: readonly string[]): Markup | undefined =>
  tags.length > 0 ? html`<p class="hashtags" dir="auto">${tags.join(' ')}</p>` : undefined;
