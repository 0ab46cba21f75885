// The images or videos of an A/B pair side by side, the chosen one marked.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { useOutput } from './output-context.ts';
import { written } from './parts.ts';

type Work = AgentOutput<'designer'>['visuals'][number] | AgentOutput<'video-producer'>['videos'][number];

interface PairProps {
  readonly pair: readonly Work[];
  readonly choice: AgentOutput<'designer'>['validatedVisual'];
}

export const Images = ({ output }: { readonly output: AgentOutput<'designer'> }) =>
  h(Pair, { pair: output.visuals, choice: output.validatedVisual });

export const Videos = ({ output }: { readonly output: AgentOutput<'video-producer'> }) =>
  h(Pair, { pair: output.videos, choice: output.validatedVideo });

const Pair = ({ pair, choice }: PairProps) =>
  h('div', { className: 'pair' }, ...pair.map((work) => h(Candidate, { work, choice })));

function Candidate({ work, choice }: { readonly work: Work; readonly choice: PairProps['choice'] }) {
  const { say, percent, media, shape } = useOutput();
  const { variant, style, assetId, score, ratios } = work;
  const altText = 'altText' in work ? work.altText : undefined;
  const isChosen = choice.variant === variant;
  return h(
    'figure',
    { className: 'card', 'data-chosen': isChosen || undefined },
    media({ assetId, alt: altText ?? say('variant', { variant }) }),
    h(
      'figcaption',
      null,
      h(
        'p',
        { className: 'pair-head' },
        h('strong', null, say('variant', { variant })),
        ' ',
        h('span', null, say(style)),
        ' ',
        h('span', { className: 'soft' }, say('score', { score: percent(score) })), // biome-ignore format: one thing
        ' ',
        isChosen && h('span', { className: 'mark', 'data-tone': 'done' }, say(choice.chosenBy === 'score' ? 'byScore' : 'byPerson')), // biome-ignore format: one thing
      ),
      altText && h('p', { ...written, className: 'soft' }, altText),
      ratios.length > 0 &&
        h(
          'ul',
          { className: 'shapes', 'aria-label': say('otherFormats') },
          h('li', { className: 'soft' }, say('otherFormats')),
          ...ratios.map((ratio) => h('li', null, shape(assetId, ratio))),
        ),
    ),
  );
}
