// How the campaign stands, in one line, and what can be done with the whole of it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, CircleDollarSign, Download, Ellipsis, Pause, Play, RotateCcw, TriangleAlert } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import { BudgetBar } from '../../design/budget-bar.tsx';
import { Button } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { CampaignPill } from '../../design/status.tsx';
import { Menu, type MenuEntry } from '../../design/surfaces.tsx';
import { spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { isOver } from '../../live/campaign-data.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { Connection } from './connection-state.tsx';
import { campaignWords } from './messages.ts';
import { nameOf } from './phase-names.ts';

const dialogs = () => import('./campaign-dialogs.tsx');
const CancelDialog = lazy(() => dialogs().then((part) => ({ default: part.CancelDialog })));
const CapDialog = lazy(() => dialogs().then((part) => ({ default: part.CapDialog })));

interface CampaignHeaderProps {
  readonly campaign: CampaignDetail;
  readonly onReview: (phaseId: string) => void;
  readonly briefLink: (label: string) => ReactNode;
}

export function CampaignHeader({ campaign, onReview, briefLink }: CampaignHeaderProps) {
  const say = useWords(campaignWords);
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'cancel' | 'cap'>();
  const params = { campaignId: campaign.id };
  const refresh = () => queries.invalidateQueries({ queryKey: campaignKeys.detail(campaign.id) });
  const steer = useMutation({
    mutationFn: (action: 'pause' | 'resume' | 'relaunch') =>
      action === 'relaunch'
        ? api.call('relaunchCampaign', { params })
        : api.call('changeCampaign', { params, body: { action } }),
    onSettled: refresh,
  });
  const download = useMutation({
    mutationFn: () => api.call('exportCampaign', { params, body: {} }),
    onSuccess: ({ url }) => location.assign(url),
  });
  const waiting = campaign.phases.find(({ status }) => status === 'WAITING_VALIDATION');
  const stopped = campaign.phases.find(({ status }) => status === 'FAILED' || status === 'BUDGET_HOLD');
  const over = isOver(campaign);
  const isNear = campaign.aiCapMicroUsd > 0 && campaign.committedMicroUsd >= 0.8 * campaign.aiCapMicroUsd;
  const isAtCap =
    isNear &&
    (campaign.committedMicroUsd >= campaign.aiCapMicroUsd ||
      campaign.phases.some(({ status }) => status === 'BUDGET_HOLD'));
  const hasOutput = campaign.finishedPhaseCount > 0;
  const exportButton = (kind: 'primary' | 'plain') => (
    <Button
      kind={kind}
      icon={<Download aria-hidden="true" />}
      working={download.isPending}
      onClick={() => download.mutate()}
    >
      {say('export')}
    </Button>
  );
  const entries: MenuEntry[] = [
    ...(hasOutput && !over
      ? [{ id: 'export', label: say('export'), icon: <Download />, onSelect: () => download.mutate() }]
      : []),
    ...(campaign.status === 'CANCELLED' || campaign.status === 'COMPLETED'
      ? []
      : [{ id: 'cap', label: say('raise'), icon: <CircleDollarSign />, onSelect: () => setDialog('cap') }]),
    ...(over || campaign.status === 'DRAFT'
      ? []
      : [{ id: 'cancel', label: say('cancel'), icon: <Ban />, danger: true, onSelect: () => setDialog('cancel') }]),
  ];

  return (
    <header className="run-head">
      <div className="run-title">
        <h1>{campaign.name}</h1>
        <CampaignPill campaign={campaign} />
        {!over && campaign.status !== 'DRAFT' && <Connection />}
      </div>
      <div className="run-money">
        <span>
          {say('spendOf', { spent: spending(campaign.spentMicroUsd), cap: spending(campaign.aiCapMicroUsd) })}
          {campaign.committedMicroUsd > campaign.spentMicroUsd && (
            <span className="soft">
              {' · '}
              {say('reserved', { money: spending(campaign.committedMicroUsd - campaign.spentMicroUsd) })}
            </span>
          )}
        </span>
        {isNear && (
          <span className="run-near" role="status">
            <TriangleAlert aria-hidden="true" />
            {say(isAtCap ? 'atCap' : 'nearCap')}
          </span>
        )}
        <BudgetBar
          spentMicroUsd={campaign.spentMicroUsd}
          committedMicroUsd={campaign.committedMicroUsd}
          capMicroUsd={campaign.aiCapMicroUsd}
          label={say('spend')}
        />
      </div>
      <div className="button-row">
        {campaign.status === 'DRAFT' && briefLink(say('continueDraft'))}
        {campaign.status === 'RUNNING' && (
          <Button icon={<Pause aria-hidden="true" />} working={steer.isPending} onClick={() => steer.mutate('pause')}>
            {say('pause')}
          </Button>
        )}
        {campaign.status === 'PAUSED' && (
          <Button
            kind="primary"
            icon={<Play aria-hidden="true" />}
            working={steer.isPending}
            onClick={() => steer.mutate('resume')}
          >
            {say('resume')}
          </Button>
        )}
        {campaign.status === 'FAILED' && (
          <Button
            kind="primary"
            icon={<RotateCcw aria-hidden="true" />}
            working={steer.isPending}
            onClick={() => steer.mutate('relaunch')}
          >
            {say('relaunch')}
          </Button>
        )}
        {over && hasOutput && exportButton(campaign.status === 'COMPLETED' ? 'primary' : 'plain')}
        {campaign.status === 'RUNNING' && waiting && (
          <Button kind="star" onClick={() => onReview(waiting.id)}>
            {say('review', { name: nameOf(waiting) })}
          </Button>
        )}
        {campaign.status === 'RUNNING' && !waiting && stopped && (
          <Button kind="primary" onClick={() => onReview(stopped.id)}>
            {say('look')}
          </Button>
        )}
        {entries.length > 0 && (
          <Menu label={say('more')} trigger={<Ellipsis aria-hidden="true" />} iconOnly entries={entries} />
        )}
      </div>
      {(steer.error ?? download.error) && (
        <div className="run-problem">
          <ProblemNotice error={steer.error ?? download.error} />
        </div>
      )}
      {campaign.status === 'COMPLETED' && (
        <div className="run-problem">
          <Notice tone="done" title={say('finishedTitle')}>
            {say('finishedText')}
          </Notice>
        </div>
      )}
      {campaign.status === 'DRAFT' && (
        <div className="run-problem">
          <Notice tone="neutral" title={say('draftTitle')} />
        </div>
      )}
      <Suspense>
        {dialog === 'cancel' && <CancelDialog campaign={campaign} open onClose={() => setDialog(undefined)} />}
        {dialog === 'cap' && <CapDialog campaign={campaign} open onClose={() => setDialog(undefined)} />}
      </Suspense>
    </header>
  );
}
