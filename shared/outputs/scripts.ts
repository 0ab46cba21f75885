// Scripts as storyboards: frame after frame, with what is heard below.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { channelName } from '../contracts/channels.ts';
import { useOutput } from './output-context.ts';
import { written } from './parts.ts';

type Script = AgentOutput<'Scriptwriter'>['creativeBriefs'][number];

export const Scripts = ({ output: { creativeBriefs } }: { readonly output: AgentOutput<'Scriptwriter'> }) =>
  creativeBriefs.map((script) => h(Storyboard, { key: `${script.platform} ${script.concept}`, script }));

function Storyboard({ script: { platform, format, concept, hook, cta, ...script } }: { readonly script: Script }) {
  const { say, language, number } = useOutput();
  const scenes = script.scenes.toSorted((first, second) => first.order - second.order);
  const length = scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  return h(
    'article',
    { className: 'script' },
    h(
      'header',
      null,
      h('h3', { 'data-channel': platform, className: 'channel' }, channelName(platform, language)),
      h('span', written, format),
      h('span', { className: 'soft' }, say('scenesLasting', { count: scenes.length, seconds: number(length) })),
    ),
    h('p', { ...written, className: 'output-lead' }, concept),
    h('p', null, h('span', { className: 'tag' }, say('hook')), ' ', h('em', written, hook)),
    h(
      'ol',
      { className: 'storyboard' },
      ...scenes.map(({ order, visual, voiceOver, seconds }) =>
        h(
          'li',
          null,
          h(
            'div',
            { className: 'frame' },
            h(
              'p',
              { className: 'frame-head' },
              h('span', null, say('scene', { order })),
              ' ',
              h('span', null, say('lasting', { seconds: number(seconds) })),
            ),
            h('p', written, visual),
          ),
          h('p', null, h('span', { className: 'label' }, say('voiceOver')), ' ', h('span', written, voiceOver)),
        ),
      ),
    ),
    h('p', null, h('span', { className: 'tag' }, say('cta')), ' ', h('span', { ...written, className: 'cta' }, cta)),
  );
}
