// What a workspace has said of an asset, as a chip.
import type { Asset } from '../../../shared/contracts/asset.ts';
import type { Tone } from '../../design/status.tsx';
import { useWords } from '../../i18n/messages.ts';
import { assetsWords } from './messages.ts';

export const assetStatuses = ['draft', 'approved', 'rejected', 'archived'] as const;
export type ShownStatus = (typeof assetStatuses)[number];

const tones: Record<Asset['status'], Tone> = {
  uploading: 'neutral',
  draft: 'neutral',
  approved: 'done',
  rejected: 'fail',
  archived: 'neutral',
};

export function StatusChip({ status }: { readonly status: Asset['status'] }) {
  const say = useWords(assetsWords);
  return (
    <span className="status asset-status" data-tone={tones[status]}>
      {say(status === 'uploading' ? 'draft' : status)}
    </span>
  );
}
