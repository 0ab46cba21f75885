// What the model of a running phase is at: a look over its shoulder. What counts is the output that comes after it.
import { useEffect, useRef, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { duration, number, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { useProgressOf } from '../../live/campaign-data.ts';
import { campaignWords } from './messages.ts';
import { useNow } from './use-now.ts';

interface ModelAtWorkProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
}

/** Who listens hears a sentence now and then, not each as it comes. */
const spokenEveryMilliseconds = 10_000;

export function ModelAtWork({ campaign, phase }: ModelAtWorkProps) {
  const say = useWords(campaignWords);
  const now = useNow(phase.status === 'RUNNING');
  const progress = useProgressOf(campaign.id, phase, now);
  const spoken = useNowAndThen(progress?.lastSentence);
  if (!progress) return null;
  const { kind, model, characters, lastSentence, elapsedMilliseconds, costMicroUsd } = progress;
  return (
    <section className="at-work" aria-label={say('atWork')}>
      <p className="at-work-title">{say(`atWork_${kind}`, { model })}</p>
      <p className="small soft">
        {[
          duration(Math.round(elapsedMilliseconds / 1000) * 1000),
          ...(characters > 0 ? [say('characters', { count: number(characters) })] : []),
          ...(costMicroUsd > 0 ? [say('aboutCost', { cost: spending(costMicroUsd) })] : []),
        ].join(' · ')}
      </p>
      {lastSentence && (
        <blockquote key={lastSentence} className="at-work-sentence" lang={campaign.language} dir="auto">
          {lastSentence}
        </blockquote>
      )}
      <p className="visually-hidden" aria-live="polite" lang={campaign.language}>
        {spoken}
      </p>
    </section>
  );
}

/** The text as it was when the last pause was over. */
function useNowAndThen(text: string | undefined): string | undefined {
  const [kept, setKept] = useState(text);
  const keptAt = useRef(Date.now());
  useEffect(() => {
    if (Date.now() - keptAt.current < spokenEveryMilliseconds) return;
    keptAt.current = Date.now();
    setKept(text);
  }, [text]);
  return kept;
}
