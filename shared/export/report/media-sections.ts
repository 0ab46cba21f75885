// A/B visuals and videos side by side, the chosen one marked.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext, ReportFile } from './report-context.ts';

type Candidate = Pick<
  AgentOutput<'designer'>['visuals'][number] | AgentOutput<'video-producer'>['videos'][number],
  'variant' | 'style' | 'assetId' | 'score'
>;
type Choice = AgentOutput<'designer'>['validatedVisual'];

/** Both visuals with their alternative texts. */
export const visualsSection = (context: ReportContext, { visuals, validatedVisual }: AgentOutput<'designer'>): Markup =>
  html`<div class="pair">${visuals.map((visual) =>
    candidate(
      context,
      visual,
      validatedVisual,
      ({ address, asset }) =>
        html`<img src="${address}" alt="${visual.altText}" width="${asset.widthPixels}" height="${asset.heightPixels}" loading="lazy">`,
    ),
  )}</div>`;

/** Both videos, playable. */
export const videosSection = (
  context: ReportContext,
  { videos, validatedVideo }: AgentOutput<'video-producer'>,
): Markup =>
  html`<div class="pair">${videos.map((video) =>
    candidate(
      context,
      video,
      validatedVideo,
      ({ address, asset, poster }) =>
        html`<video src="${address}"${poster && html` poster="${poster}"`} controls preload="none" playsinline width="${asset.widthPixels}" height="${asset.heightPixels}"><a href="${address}">${asset.fileName}</a></video>${printedPoster(poster)}`,
    ),
  )}</div>`;

const candidate = (
  context: ReportContext,
  { variant, style, assetId, score }: Candidate,
  choice: Choice,
  show: (file: NonNullable<ReturnType<ReportContext['file']>>) => Markup,
): Markup => {
  const { texts, number, file } = context;
  const found = file(assetId);
  const isChosen = choice.variant === variant;
  const chosenText = choice.chosenBy === 'score' ? texts.chosenByScore : texts.chosenByPerson;
  return html`<figure class="candidate${isChosen && ' chosen'}">
${found ? show(found) : html`<p class="absence">${texts.fileMissing}</p>`}
<figcaption><span class="letter">${variant}</span> <span>${texts.styles[style]}</span>
<span class="quiet">${texts.score} ${number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
${isChosen && html`<span class="chosen-mark">✓ ${chosenText}</span>`}
${formats(context, found)}</figcaption></figure>`;
};

/** What stands in for a film on paper. */
export const printedPoster = (poster: string | undefined): Markup | undefined =>
  poster ? html`<img class="poster" src="${poster}" alt="">` : undefined;

/** The same work in its other shapes: pictures small, films as links. */
const formats = ({ texts }: ReportContext, found: ReportFile | undefined): Markup | undefined => {
  const isOtherShape = (other: ReportFile['others'][number]) =>
    other.mediaType.startsWith(`${found?.asset.kind}/`) &&
    (other.widthPixels !== found?.widthPixels || other.heightPixels !== found?.heightPixels);
  const others = found?.others.filter(isOtherShape) ?? [];
  if (others.length === 0) return undefined;
  const size = ({ widthPixels, heightPixels }: ReportFile['others'][number]) => `${widthPixels} × ${heightPixels}`;
  return html`<span class="formats"><span class="quiet">${texts.otherFormats}</span>${others.map(
    (other) =>
      html`<a href="${other.address}">${
        other.mediaType.startsWith('image/') &&
        html`<img src="${other.address}" alt="" width="${other.widthPixels}" height="${other.heightPixels}" loading="lazy">`
      }<small>${size(other)}</small></a>`,
  )}</span>`;
};
