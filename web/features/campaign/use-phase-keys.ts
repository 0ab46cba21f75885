import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import { useCommands } from '../../commands/registry.ts';
import { useWords } from '../../i18n/messages.ts';
import { type CampaignSelection, campaignViews } from './campaign-selection.ts';
import { campaignWords } from './messages.ts';

/** j and k go through the phases, 1 to 3 choose the view. */
export function usePhaseKeys(
  campaign: CampaignDetail,
  shown: string | undefined,
  onSelect: (changes: Partial<CampaignSelection>) => void,
): void {
  const say = useWords(campaignWords);
  const group = say('keysRun');
  const go = (step: number) => {
    const next = campaign.phases[campaign.phases.findIndex(({ id }) => id === shown) + step];
    if (next) onSelect({ phase: next.id });
  };
  useCommands([
    { id: 'phase-next', group, keys: 'j', label: say('keyNext'), run: () => go(1) },
    { id: 'phase-before', group, keys: 'k', label: say('keyBefore'), run: () => go(-1) },
    ...campaignViews.map((view, place) => ({
      id: `view-${view}`,
      group,
      keys: String(place + 1),
      label: say('keyView', { view: say(view) }),
      run: () => onSelect({ view }),
    })),
  ]);
}
