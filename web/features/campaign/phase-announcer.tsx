import { useEffect, useRef, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { PhaseStatus } from '../../../shared/contracts/phase.ts';
import { designWords } from '../../design/messages.ts';
import { phaseSigns } from '../../design/status.tsx';
import { useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { nameOf } from './phase-names.ts';

/** Says aloud what phases come to, and nothing of what stood when the page was opened. */
export function Announcer({ campaign }: { readonly campaign: CampaignDetail }) {
  const say = useWords(campaignWords);
  const sayStatus = useWords(designWords);
  const before = useRef<ReadonlyMap<string, PhaseStatus>>(undefined);
  const [words, setWords] = useState('');
  // The words follow the campaign; the language may change without a word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const known = before.current;
    before.current = new Map(campaign.phases.map(({ id, status }) => [id, status]));
    const moved = campaign.phases.filter(({ id, status }) => known && known.get(id) !== status && status !== 'READY');
    if (moved.length === 0) return;
    setWords(
      moved
        .map((phase) => say('announce', { phase: nameOf(phase), status: sayStatus(phaseSigns[phase.status].word) }))
        .join('. '),
    );
  }, [campaign.phases]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
