// A picture or film of the workspace. Links to files work for some minutes and are asked for anew.
import { useQuery } from '@tanstack/react-query';
import { Notice } from '../design/notice.tsx';
import { api } from '../live/api.ts';
import { useWords } from '../words/words.ts';
import { outputWords } from './words.ts';

/** Less than the life of a link. */
const freshMilliseconds = 4 * 60_000;

interface AssetFileProps {
  readonly assetId: string;
  readonly alt: string;
  /** A film shows its first picture and does not play: one of many. */
  readonly still?: boolean;
}

export function AssetFile({ assetId, alt, still = false }: AssetFileProps) {
  const say = useWords(outputWords);
  const link = useQuery({
    queryKey: ['asset-link', assetId],
    queryFn: () => api.call('downloadAsset', { params: { assetId } }),
    staleTime: freshMilliseconds,
  });
  if (link.error) return <Notice tone="retry">{say('fileMissing')}</Notice>;
  if (!link.data) return <span className="skeleton media-frame" />;
  if (link.data.mediaType.startsWith('video/'))
    return (
      // biome-ignore lint/a11y/useMediaCaption: its words are burnt into the film, and its sound bed has none
      <video
        className="media-frame"
        src={link.data.url}
        controls={!still}
        tabIndex={still ? -1 : 0}
        preload="metadata"
        playsInline
        aria-label={alt}
      />
    );
  return <img className="media-frame" src={link.data.url} alt={alt} loading="lazy" />;
}
