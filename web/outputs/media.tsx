// A picture or film of the workspace.
import { Notice } from '../design/notice.tsx';
import { useWords } from '../i18n/messages.ts';
import { useAssetLink } from './asset-link.ts';
import { outputWords } from './messages.ts';

interface AssetFileProps {
  readonly assetId: string;
  readonly alt: string;
  /** A film shows a still picture and does not play: one of many. */
  readonly still?: boolean;
}

export function AssetFile({ assetId, alt, still = false }: AssetFileProps) {
  const say = useWords(outputWords);
  const link = useAssetLink(assetId);
  if (link.error) return <Notice tone="retry">{say('fileMissing')}</Notice>;
  if (!link.data) return <span className="skeleton media-frame" />;
  const { url, mediaType, posterUrl } = link.data;
  if (mediaType.startsWith('video/') && !(still && posterUrl))
    return (
      // biome-ignore lint/a11y/useMediaCaption: its words are burnt into the film, and its sound bed has none
      <video
        className="media-frame"
        src={url}
        poster={posterUrl}
        controls={!still}
        tabIndex={still ? -1 : 0}
        preload="metadata"
        playsInline
        aria-label={alt}
      />
    );
  return <img className="media-frame" src={still && posterUrl ? posterUrl : url} alt={alt} loading="lazy" />;
}
