// The rows of a long list: however many campaigns there are, those near the window are drawn, and more are asked for before its end is reached.
// Loaded where there is more than one page of them.
import { defaultRangeExtractor, measureElement, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Campaign, CampaignStatus } from '../../../shared/contracts/campaign.ts';
import { useWords } from '../../i18n/messages.ts';
import { CampaignRow } from './campaign-row.tsx';
import { campaignsWords } from './messages.ts';

interface CampaignRowsProps {
  readonly campaigns: readonly Campaign[];
  readonly link: (campaign: { readonly id: string; readonly status: CampaignStatus }, label: string) => ReactNode;
  readonly hasMore: boolean;
  readonly onEnd: () => void;
}

/** Pixels, until the first row has been measured; the next are taken to be as high as the last, so that most need no second drawing. */
const usualRow = 64;
/** Rows beyond the window: as many as a turn of the wheel goes past. */
const beyond = 12;

export default function CampaignRows({ campaigns, link, hasMore, onEnd }: CampaignRowsProps) {
  const say = useWords(campaignsWords);
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  // Whoever goes through the list by keys keeps their place, wherever it is scrolled to.
  const [focused, setFocused] = useState<number>();
  const height = useRef(usualRow);
  const virtual = useWindowVirtualizer({
    count: campaigns.length,
    estimateSize: () => height.current,
    measureElement: (...measured) => {
      height.current = measureElement(...measured);
      return height.current;
    },
    // Rows beyond the window are there already: what follows need not be drawn before the scroll event ends.
    useFlushSync: false,
    overscan: beyond,
    scrollMargin: top,
    getItemKey: useCallback((index: number) => campaigns[index]?.id ?? index, [campaigns]),
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        if (focused === undefined || focused >= range.count || shown.includes(focused)) return shown;
        return [...shown, focused].sort((one, other) => one - other);
      },
      [focused],
    ),
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
  }, []);
  useEffect(() => {
    if (hasMore && last >= campaigns.length - 1 - beyond) onEnd();
  }, [hasMore, last, campaigns.length, onEnd]);

  return (
    <ul
      className="campaign-rows"
      aria-label={say('title')}
      ref={list}
      style={{ blockSize: virtual.getTotalSize() }}
      onBlur={() => setFocused(undefined)}
    >
      {rows.map(({ index, start, key }) => {
        const campaign = campaigns[index];
        return (
          campaign && (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="campaign-place"
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : campaigns.length}
              style={{ transform: `translateY(${start - top}px)` }}
              onFocus={() => setFocused(index)}
            >
              <CampaignRow campaign={campaign} link={link} />
            </li>
          )
        );
      })}
    </ul>
  );
}
