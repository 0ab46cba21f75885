// Everything that happened, line by line, as it was announced.
import { useSuspenseQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { LiveEvent } from '../../../shared/contracts/live-events.ts';
import { sayFailure } from '../../design/failure.tsx';
import { TextField } from '../../design/field.tsx';
import { designWords } from '../../design/messages.ts';
import { campaignSigns, phaseSigns } from '../../design/status.tsx';
import { clock, spending } from '../../i18n/formats.ts';
import { sayFrom, useLanguage, useWords } from '../../i18n/messages.ts';
import { eventsQuery } from '../../live/campaign-data.ts';
import type { LoggedEvent } from '../../live/campaign-keys.ts';
import { eventLogWords } from './event-log-messages.ts';
import { namesOf } from './phase-names.ts';

export default function EventLog({ campaign }: { readonly campaign: CampaignDetail }) {
  const say = useWords(eventLogWords);
  useLanguage();
  const [search, setSearch] = useState('');
  const { data: events } = useSuspenseQuery(eventsQuery(campaign.id));
  const wanted = search.toLocaleLowerCase();
  const lines = useSentences(events, campaign).filter(({ text }) => text.toLocaleLowerCase().includes(wanted));
  return (
    <div className="log">
      <TextField
        label={say('filterLog')}
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {events.length === 0 && <p className="soft">{say('noEvents')}</p>}
      {events.length > 0 && lines.length === 0 && <p className="soft">{say('noMatch', { search })}</p>}
      {lines.length > 0 && <Lines lines={lines} />}
    </div>
  );
}

/** Of some thousand lines, those in sight are drawn. */
function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const say = useWords(eventLogWords);
  const frame = useRef<HTMLOListElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => usualLine,
    overscan: 12,
    getItemKey: (index) => lines[index]?.event.number ?? index,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the keys
    <ol className="log-lines" tabIndex={0} aria-label={say('log')} ref={frame}>
      <li aria-hidden="true" className="log-space" style={{ blockSize: before }} />
      {shown.map(({ index }) => {
        const line = lines[index];
        return (
          line && (
            <li
              key={line.event.number}
              ref={virtual.measureElement}
              data-index={index}
              data-type={line.event.type}
              aria-posinset={index + 1}
              aria-setsize={lines.length}
            >
              <LogLine line={line} />
            </li>
          )
        );
      })}
      <li aria-hidden="true" className="log-space" style={{ blockSize: after }} />
    </ol>
  );
}

const LogLine = memo(function LogLine({ line: { event, text } }: { readonly line: Line }) {
  return (
    <>
      <span className="log-number number">{event.number}</span>
      <time className="log-time number" dateTime={String(event['at'])}>
        {event['at'] ? clock(String(event['at'])) : ''}
      </time>
      <span>{text}</span>
    </>
  );
});

interface Line {
  readonly event: LoggedEvent;
  readonly text: string;
}

/** Pixels of a line that is not broken. */
const usualLine = 26;

/** What is said of each event, said once for each language. */
function useSentences(events: readonly LoggedEvent[], campaign: CampaignDetail): Line[] {
  const language = useLanguage();
  const said = useRef({ language, lines: new WeakMap<LoggedEvent, Line | null>() });
  if (said.current.language !== language) said.current = { language, lines: new WeakMap() };
  const { lines } = said.current;
  return events.flatMap((event) => {
    const known = lines.get(event);
    if (known !== undefined) return known ?? [];
    const text = sentenceOf(event, campaign);
    const line = text === undefined ? null : { event, text };
    lines.set(event, line);
    return line ?? [];
  });
}

/** Undefined for what a person need not read: the numbers of its kind are in the header. */
function sentenceOf(logged: LoggedEvent, campaign: CampaignDetail): string | undefined {
  const say = sayFrom(eventLogWords);
  const sayStatus = sayFrom(designWords);
  // Its type was read by the server's schema; one that we do not know has no sentence.
  const event = logged as unknown as LiveEvent;
  const phaseOf = (id: string) => namesOf(campaign, [id]);
  switch (event.type) {
    case 'campaign:status':
      return say('event_campaign', { status: sayStatus(campaignSigns[event.data.status].word) });
    case 'phase:status': {
      const { phaseId, status, waitedDays } = event.data;
      if (waitedDays) return say('event_waits', { phase: phaseOf(phaseId), days: waitedDays });
      return say('event_status', { phase: phaseOf(phaseId), status: sayStatus(phaseSigns[status].word) });
    }
    case 'phase:output':
      return say('event_output', { phase: phaseOf(event.data.phaseId) });
    case 'phase:error':
      return say('event_error', { phase: phaseOf(event.data.phaseId), reason: sayFailure(event.data.failure) });
    case 'phase:approved':
      return say('event_approved', { phase: phaseOf(event.data.phaseId) });
    case 'asset:created':
    case 'asset:updated':
      return say('event_asset', { phase: phaseOf(event.data.asset.phaseId), file: event.data.asset.fileName });
    case 'cost:updated':
      if (event.data.committedMicroUsd === 0) return undefined;
      return say('event_cost', {
        spent: spending(event.data.spentMicroUsd),
        committed: spending(event.data.committedMicroUsd),
      });
    case 'cost:alert':
      return say('event_costAlert', {
        percent: event.data.percent,
        spent: spending(event.data.spentMicroUsd),
        cap: spending(event.data.aiCapMicroUsd),
      });
    case 'campaign:completed':
      return say('event_completed');
    case 'campaign:failed':
      return say('event_failed', { phases: namesOf(campaign, event.data.failedPhases) });
    default:
      return undefined;
  }
}
