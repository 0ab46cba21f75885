// One picture or film in full: what is known of it, its formats to take home, and what may be said of it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, Check, Download, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { Button } from '../../design/button.tsx';
import { SelectField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { megabytes, number } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { AssetFile } from '../../outputs/media.tsx';
import { type ShownStatus, StatusChip } from './asset-status.tsx';
import { assetsWords } from './messages.ts';

/** What every query of assets begins with. */
export const assetsKey = ['assets'] as const;

export type CampaignLink = (campaignId: string, phaseId: string | undefined, label: string) => ReactNode;

interface AssetDialogProps {
  readonly asset: Asset;
  readonly campaignName: string | undefined;
  readonly campaignLink: CampaignLink;
  readonly onClose: () => void;
}

export function AssetDialog({ asset, campaignName, campaignLink, onClose }: AssetDialogProps) {
  const say = useWords(assetsWords);
  const queries = useQueryClient();
  const [format, setFormat] = useState('');
  const change = useMutation({
    mutationFn: (status: ShownStatus) => api.call('changeAsset', { params: { assetId: asset.id }, body: { status } }),
    onSettled: () => queries.invalidateQueries({ queryKey: assetsKey }),
  });
  const download = useMutation({
    mutationFn: () =>
      api.call('downloadAsset', { params: { assetId: asset.id }, ...(format ? { query: { file: format } } : {}) }),
    onSuccess: ({ url }) => location.assign(url),
  });
  const formats = isGenerated(asset) ? asset.formats : [];
  return (
    <Dialog
      title={isGenerated(asset) ? say('variant', { variant: asset.variant }) : asset.fileName}
      open
      wide
      onClose={onClose}
    >
      <div className="asset-detail">
        <AssetFile assetId={asset.id} alt={asset.fileName} />
        <div className="asset-facts">
          <StatusChip status={asset.status} />
          <dl>
            {campaignName && asset.campaignId && (
              <Fact name={say('campaign')}>
                {campaignLink(asset.campaignId, isGenerated(asset) ? asset.phaseId : undefined, campaignName)}
              </Fact>
            )}
            <Fact name={say('file')}>{asset.fileName}</Fact>
            {asset.widthPixels && (
              <Fact name={say('size')}>
                {say('pixels', { width: number(asset.widthPixels), height: number(asset.heightPixels ?? 0) })} ·{' '}
                {megabytes(asset.byteLength)}
              </Fact>
            )}
            {isGenerated(asset) && <Fact name={say('madeBy')}>{asset.model}</Fact>}
            <Fact name={say('disclosure')}>{say(asset.aiGenerated ? 'generated' : 'notGenerated')}</Fact>
          </dl>
          {formats.length > 0 && (
            <SelectField
              label={say('format')}
              value={format}
              options={[
                { value: '', label: say('original') },
                ...formats.map(({ fileName, ratio, widthPixels, heightPixels, mediaType }) => ({
                  value: fileName,
                  label: `${ratio} · ${widthPixels} × ${heightPixels} · ${mediaType.split('/')[1]?.toUpperCase()}`,
                })),
              ]}
              onChange={setFormat}
            />
          )}
          {(change.error ?? download.error) && <ProblemNotice error={change.error ?? download.error} />}
          <div className="button-row">
            <Button
              kind="primary"
              icon={<Download aria-hidden="true" />}
              working={download.isPending}
              onClick={() => download.mutate()}
            >
              {say('download')}
            </Button>
            {asset.status !== 'approved' && (
              <Button icon={<Check aria-hidden="true" />} onClick={() => change.mutate('approved')}>
                {say('approve')}
              </Button>
            )}
            {asset.status !== 'rejected' && asset.status !== 'archived' && (
              <Button icon={<X aria-hidden="true" />} onClick={() => change.mutate('rejected')}>
                {say('reject')}
              </Button>
            )}
            {asset.status === 'archived' ? (
              <Button icon={<Undo2 aria-hidden="true" />} onClick={() => change.mutate('draft')}>
                {say('restore')}
              </Button>
            ) : (
              <Button kind="quiet" icon={<Archive aria-hidden="true" />} onClick={() => change.mutate('archived')}>
                {say('archive')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
