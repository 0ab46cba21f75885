// Pictures and films of an A/B pair, side by side. Links to files work for some minutes and are asked for anew.
import { useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Variant } from '../../shared/contracts/variant.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { api } from '../live/api.ts';
import { percent } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { outputWords } from './words.ts';

/** Less than the life of a link. */
const freshMilliseconds = 4 * 60_000;

interface AssetFileProps {
  readonly assetId: string;
  readonly alt: string;
  /** A film shows its first picture and does not play: one of many. */
  readonly still?: boolean;
}

export function AssetFile({ assetId, alt, still = false }: AssetFileProps) {
  const say = useWords(outputWords);
  const link = useQuery({
    queryKey: ['asset-link', assetId],
    queryFn: () => api.call('downloadAsset', { params: { assetId } }),
    staleTime: freshMilliseconds,
  });
  if (link.error) return <Notice tone="retry">{say('fileMissing')}</Notice>;
  if (!link.data) return <span className="skeleton media-frame" />;
  if (link.data.mediaType.startsWith('video/'))
    return (
      // biome-ignore lint/a11y/useMediaCaption: its words are burnt into the film, and its sound bed has none
      <video
        className="media-frame"
        src={link.data.url}
        controls={!still}
        tabIndex={still ? -1 : 0}
        preload="metadata"
        playsInline
        aria-label={alt}
      />
    );
  return <img className="media-frame" src={link.data.url} alt={alt} loading="lazy" />;
}

interface PairProps {
  readonly pair: readonly {
    readonly variant: Variant;
    readonly assetId: string;
    readonly score: number;
    readonly style: string;
    readonly altText?: string;
  }[];
  readonly chosen: { readonly variant: Variant; readonly chosenBy: 'score' | 'person' };
}

function Pair({ pair, chosen }: PairProps) {
  const say = useWords(outputWords);
  return (
    <ul className="pair">
      {pair.map(({ variant, assetId, score, altText }) => (
        <li key={variant} className="card" data-chosen={variant === chosen.variant || undefined}>
          <AssetFile assetId={assetId} alt={altText ?? say('variant', { variant })} />
          <p className="pair-head">
            <strong>{say('variant', { variant })}</strong>
            {variant === chosen.variant && (
              <span className="status" data-tone={chosen.chosenBy === 'person' ? 'done' : 'neutral'}>
                {say(chosen.chosenBy === 'person' ? 'chosen' : 'ahead')}
              </span>
            )}
            <span className="soft number">{say('score', { score: percent(score) })}</span>
          </p>
          {altText && <p className="small soft">{altText}</p>}
        </li>
      ))}
    </ul>
  );
}

export const Pictures = ({ output }: { readonly output: AgentOutput<'designer'> }) => (
  <Pair pair={output.visuals} chosen={output.validatedVisual} />
);
export function Films({ output }: { readonly output: AgentOutput<'video-producer'> }) {
  const say = useWords(outputWords);
  const both = useRef<HTMLDivElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const films = () => [...(both.current?.querySelectorAll('video') ?? [])];
  /** From the same moment on: the one that is further sets it, unless it has ended. */
  const playTogether = () => {
    const from = Math.max(0, ...films().map(({ currentTime, ended }) => (ended ? 0 : currentTime)));
    for (const film of films()) {
      film.currentTime = from;
      void film.play();
    }
    setPlaying(true);
  };
  const pause = () => {
    for (const film of films()) film.pause();
    setPlaying(false);
  };
  return (
    <div ref={both} onEndedCapture={() => setPlaying(films().some(({ ended, paused }) => !ended && !paused))}>
      <div className="pair-bar">
        <Button
          icon={isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
          onClick={isPlaying ? pause : playTogether}
        >
          {say(isPlaying ? 'pauseBoth' : 'playBoth')}
        </Button>
      </div>
      <Pair pair={output.videos} chosen={output.validatedVideo} />
    </div>
  );
}
