import { WifiOff } from 'lucide-react';
import { useWords } from '../../i18n/messages.ts';
import { useConnectionState } from '../../live/live.ts';
import { campaignWords } from './messages.ts';

export function Connection() {
  const say = useWords(campaignWords);
  const state = useConnectionState();
  if (state === 'open')
    return (
      <span className="run-live small">
        <span className="run-pulse" aria-hidden="true" />
        {say('live')}
      </span>
    );
  return (
    <span className="run-live small" data-lost={state === 'waiting' || undefined} role="status">
      {state === 'waiting' && <WifiOff aria-hidden="true" />}
      {say(state === 'waiting' ? 'offline' : 'connecting')}
    </span>
  );
}
