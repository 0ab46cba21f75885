import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelLabels } from '../../shared/contracts/channels.ts';
import { number } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { outputWords } from './words.ts';

export function Scripts({ output: { creativeBriefs } }: { readonly output: AgentOutput<'Scriptwriter'> }) {
  const say = useWords(outputWords);
  return creativeBriefs.map(({ platform, format, concept, hook, scenes, cta }) => (
    <section key={`${platform} ${concept}`} className="output-section">
      <h3>
        {channelLabels[platform]} <span className="soft">· {format}</span>
      </h3>
      <p>{concept}</p>
      <p className="script-hook">
        <span className="tag">{say('hook')}</span> {hook}
      </p>
      <ol className="storyboard">
        {scenes.map(({ order, visual, voiceOver, seconds }) => (
          <li key={order} className="scene">
            <p className="scene-head number">
              {say('scene', { order })} <span className="soft">{say('seconds', { seconds: number(seconds, 1) })}</span>
            </p>
            <p className="scene-visual">{visual}</p>
            <p className="scene-voice">{voiceOver}</p>
          </li>
        ))}
      </ol>
      <p>
        <span className="tag">{say('callToAction')}</span> {cta}
      </p>
    </section>
  ));
}
