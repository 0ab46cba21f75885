// Plays two films as one: from the same moment, to the same moment, with the sound of one of them or of none.
import { Pause, Play } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { number } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { compareWords } from './messages.ts';

type Films = readonly [RefObject<HTMLVideoElement | null>, RefObject<HTMLVideoElement | null>];
/** Whose sound is heard. */
export type Heard = 0 | 1 | undefined;

/** More than this apart, the second is set to the place of the first. */
const driftSeconds = 0.15;

export function useVideos(films: Films) {
  const [state, setState] = useState({ at: 0, all: 0, isPlaying: false });
  const both = () => films.flatMap(({ current }) => (current ? [current] : []));
  const look = () => {
    const known = both();
    const [first, second] = known;
    if (first && second && !first.paused && !second.paused && !first.ended && !second.ended)
      if (Math.abs(first.currentTime - second.currentTime) > driftSeconds) second.currentTime = first.currentTime;
    const lengths = known.map(({ duration }) => (Number.isFinite(duration) ? duration : 0));
    setState({
      at: Math.max(0, ...known.map(({ currentTime }) => currentTime)),
      all: Math.max(0, ...lengths),
      isPlaying: known.some(({ paused, ended }) => !paused && !ended),
    });
  };
  const seek = (at: number) => {
    for (const film of both()) film.currentTime = Math.min(at, film.duration || at);
    setState((known) => ({ ...known, at }));
  };
  const play = () => {
    const isOver = both().every(({ ended }) => ended);
    seek(isOver ? 0 : state.at);
    for (const film of both()) if (!film.ended) void film.play().catch(() => undefined);
  };
  const pause = () => {
    for (const film of both()) film.pause();
  };
  return { ...state, look, seek, toggle: state.isPlaying ? pause : play };
}

interface VideoBarProps {
  readonly films: ReturnType<typeof useVideos>;
  readonly heard: Heard;
  readonly onHeard: (heard: Heard) => void;
  readonly nameOf: (place: 0 | 1) => string;
}

export function VideoBar({ films, heard, onHeard, nameOf }: VideoBarProps) {
  const say = useWords(compareWords);
  const { at, all, isPlaying } = films;
  return (
    <div className="video-bar">
      <Button
        icon={isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        onClick={() => films.toggle()}
      >
        {say(isPlaying ? 'pause' : 'play')}
      </Button>
      <input
        type="range"
        min={0}
        max={all || 1}
        step={0.1}
        value={Math.min(at, all || 1)}
        aria-label={say('position')}
        aria-valuetext={say('positionValue', { at: number(at, 1), all: number(all, 1) })}
        onChange={(event) => films.seek(Number(event.target.value))}
      />
      <span className="number small soft" aria-hidden="true">
        {`${number(at, 1)} / ${number(all, 1)} s`}
      </span>
      <fieldset className="chips">
        {([undefined, 0, 1] as const).map((place) => (
          <label key={place ?? 'none'} className="chip-choice">
            <input type="radio" name="heard" checked={heard === place} onChange={() => onHeard(place)} />
            {place === undefined ? say('soundOff') : say('soundOf', { name: nameOf(place) })}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
