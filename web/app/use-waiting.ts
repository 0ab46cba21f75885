import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { currentLanguage, useWords } from '../i18n/messages.ts';
import { idOf, useApprovals } from '../live/approvals-data.ts';
import { showNotice } from '../live/desktop-notices.ts';
import { useWaitingCount } from '../live/page-title.ts';
import { appWords } from './messages.ts';

/** How many things wait; whoever asked for it is told of new ones while the page is out of sight. */
export function useWaiting(): number {
  const say = useWords(appWords);
  const navigate = useNavigate();
  const { query, waiting, count } = useApprovals();
  const { isSuccess } = query;
  const before = useRef<ReadonlySet<string>>(undefined);
  useWaitingCount(count);
  useEffect(() => {
    if (!isSuccess) return;
    const known = before.current;
    before.current = new Set(waiting.map(idOf));
    for (const item of waiting) {
      if (!known || known.has(idOf(item))) continue;
      const { campaign, phase } = item;
      const title = say('noticeTitle', { phase: phase.name[currentLanguage()] });
      showNotice(
        title,
        campaign.name,
        () => void navigate({ to: '/approvals', search: { campaign: campaign.id, phase: phase.id } }),
      );
    }
  }, [isSuccess, waiting, say, navigate]);
  return count;
}
