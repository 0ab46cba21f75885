// The scripts as storyboards.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

type CreativeBrief = AgentOutput<'Scriptwriter'>['creativeBriefs'][number];

/** One storyboard per creative brief. */
export const scriptsSection = (context: ReportContext, { creativeBriefs }: AgentOutput<'Scriptwriter'>): Markup =>
  html`${creativeBriefs.map((brief) => storyboard(context, brief))}`;

const storyboard = ({ texts, number }: ReportContext, brief: CreativeBrief): Markup => {
  const scenes = [...brief.scenes].sort((first, second) => first.order - second.order);
  const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
  return html`<article class="storyboard">
<header><span class="chip ${brief.platform}">${channelLabels[brief.platform]}</span> <span dir="auto">${brief.format}</span> <span class="quiet">${number(seconds)} ${texts.seconds}</span></header>
<p class="lead" dir="auto">${brief.concept}</p>
<p class="quiet">${texts.hook} · <em dir="auto">${brief.hook}</em></p>
<ol class="scenes">${scenes.map(
    (scene, index) => html`<li><div class="frame"><span>${index + 1}</span><p dir="auto">${scene.visual}</p></div>
<p class="voice"><span class="quiet">${texts.voiceOver} · ${number(scene.seconds)} ${texts.seconds}</span><bdi>${scene.voiceOver}</bdi></p></li>`,
  )}</ol>
<p><span class="button" dir="auto">${brief.cta}</span></p>
</article>`;
};
