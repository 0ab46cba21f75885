// Cancelling a campaign and moving its cap: both say first what follows.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { FailureText } from '../../design/failure.tsx';
import { TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { campaignDialogWords } from './campaign-dialogs-messages.ts';

interface CampaignDialogProps {
  readonly campaign: CampaignDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

function useChange(campaignId: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { action?: 'cancel'; aiBudgetUsd?: number }) =>
      api.call('changeCampaign', { params: { campaignId }, body }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: campaignKeys.detail(campaignId) }),
  });
}

export function CancelDialog({ campaign, open, onClose }: CampaignDialogProps) {
  const say = useWords(campaignDialogWords);
  const change = useChange(campaign.id, onClose);
  return (
    <Dialog title={say('cancelTitle')} open={open} onClose={onClose}>
      <p>{say('cancelText')}</p>
      {change.error && <ProblemNotice error={change.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{say('keep')}</Button>
        <Button kind="danger" working={change.isPending} onClick={() => change.mutate({ action: 'cancel' })}>
          {say('cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

/** What the whole campaign is estimated to cost. */
function useEstimate({ name, language, governanceMode, briefData }: CampaignDetail) {
  const { data } = useQuery({
    queryKey: ['estimate', name, briefData],
    queryFn: () => api.call('estimateCampaign', { body: { name, language, governanceMode, briefData } }),
    staleTime: 60_000,
  });
  return data?.costMicroUsd;
}

/** A cap in dollars, up to the cent, that lets the campaign end; what is committed already may be more than was thought. */
function enough(
  { committedMicroUsd, aiCapMicroUsd }: CampaignDetail,
  estimate: { readonly maximum: number } | undefined,
): number | undefined {
  if (!estimate) return undefined;
  const needed = Math.max(committedMicroUsd, estimate.maximum);
  return needed > aiCapMicroUsd ? Math.ceil(needed / 10_000) / 100 : undefined;
}

interface CapDialogProps extends CampaignDialogProps {
  /** Once the cap is another. */
  readonly onChanged?: () => void;
}

export function CapDialog({ open, ...dialog }: CapDialogProps) {
  return open ? <OpenCapDialog open {...dialog} /> : null;
}

function OpenCapDialog({ campaign, open, onClose, onChanged }: CapDialogProps) {
  const say = useWords(campaignDialogWords);
  const change = useChange(campaign.id, () => {
    onClose();
    onChanged?.();
  });
  const estimate = useEstimate(campaign);
  const [typed, setText] = useState<string>();
  const text = typed ?? String((onChanged && enough(campaign, estimate)) ?? campaign.aiCapMicroUsd / 1_000_000);
  const [wrong, setWrong] = useState(false);
  const committed = spending(campaign.committedMicroUsd);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const dollars = Number(text.replace(',', '.').replace(/\s/g, ''));
    const isRight = text.trim() !== '' && dollars * 1_000_000 >= campaign.committedMicroUsd && dollars <= 10_000;
    setWrong(!isRight);
    if (isRight) change.mutate({ aiBudgetUsd: dollars });
  };
  return (
    <Dialog title={say('capTitle')} open={open} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p>{say('capText', { committed })}</p>
        {onChanged &&
          campaign.phases.map(
            ({ id, status, failure }) =>
              status === 'BUDGET_HOLD' && failure && <FailureText key={id} failure={failure} />,
          )}
        {estimate && estimate.maximum > 0 && (
          <p>{say('capEstimate', { low: spending(estimate.minimum), high: spending(estimate.maximum) })}</p>
        )}
        <TextField
          label={say('capLabel')}
          inputMode="decimal"
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={wrong ? say('capWrong', { least: committed }) : undefined}
        />
        {change.error && <ProblemNotice error={change.error} />}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          <Button kind="primary" type="submit" working={change.isPending}>
            {say(onChanged ? 'saveAndGoOn' : 'save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
