// Files of an A/B pair as they are compared: a picture, or a film that follows the bar of both.
import type { Ref } from 'react';
import { Notice } from '../../design/notice.tsx';
import { useWords } from '../../i18n/messages.ts';
import { useAssetLink } from '../../outputs/asset-link.ts';
import { compareWords } from './messages.ts';
import type { Candidate } from './pair.ts';

interface FileProps {
  readonly candidate: Candidate;
  readonly name: string;
}

export function Picture({ candidate, name }: FileProps) {
  const say = useWords(compareWords);
  const link = useAssetLink(candidate.assetId);
  if (link.error) return <Notice tone="retry">{say('missing')}</Notice>;
  if (!link.data) return <span className="skeleton compare-frame" />;
  // What it shows is told in any case: it tells neither name nor score.
  return <img className="compare-frame" src={link.data.url} alt={candidate.altText ?? name} draggable={false} />;
}

interface VideoProps extends FileProps {
  readonly film: Ref<HTMLVideoElement>;
  readonly isMuted: boolean;
  readonly onChange: () => void;
}

export function Film({ candidate, name, film, isMuted, onChange }: VideoProps) {
  const say = useWords(compareWords);
  const link = useAssetLink(candidate.assetId);
  if (link.error) return <Notice tone="retry">{say('missing')}</Notice>;
  if (!link.data) return <span className="skeleton compare-frame" />;
  return (
    <video
      className="compare-frame"
      ref={film}
      src={link.data.url}
      poster={link.data.posterUrl}
      aria-label={name}
      muted={isMuted}
      preload="auto"
      playsInline
      onLoadedMetadata={onChange}
      onTimeUpdate={onChange}
      onPlay={onChange}
      onPause={onChange}
      onEnded={onChange}
    />
  );
}
