// Whoever reads outputs in the application: in their language, with files from the API.
import type { ReactNode } from 'react';
import { OutputProvider, type OutputSettings, outputContext } from '../../shared/outputs/output-context.ts';
import '../../shared/outputs/outputs.css';
import { useLanguage } from '../i18n/messages.ts';
import { AssetFile } from './media.tsx';

interface OutputReaderProps extends Pick<OutputSettings, 'brand' | 'website' | 'budget'> {
  /** That of the campaign's people; the reader's own where nobody has said one. */
  readonly timeZone?: string | undefined;
  readonly children?: ReactNode;
}

export function OutputReader({ children, timeZone, ...campaign }: OutputReaderProps) {
  const context = outputContext({
    ...campaign,
    language: useLanguage(),
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    media: ({ assetId, alt }) => <AssetFile assetId={assetId} alt={alt} />,
    shape: (_assetId, ratio) => ratio,
  });
  return <OutputProvider value={context}>{children}</OutputProvider>;
}
