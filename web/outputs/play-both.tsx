// Two films that are compared are best seen at the same moment.
import { Pause, Play } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../design/button.tsx';
import { useWords } from '../i18n/messages.ts';
import { outputWords } from './messages.ts';

/** A button for all the films inside. */
export function PlayBoth({ children }: { readonly children: ReactNode }) {
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
      {children}
    </div>
  );
}
