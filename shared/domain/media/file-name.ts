// Names of files that people bring, made safe to store, to show and to save under. Pure.
import type { AssetMediaType } from '../../contracts/asset.ts';

const extensions = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4', 'm4v'],
} as const satisfies Record<AssetMediaType, readonly [string, ...string[]]>;

/** File systems take 255 bytes in a name, and a sign may take 4 in UTF-8. */
const longestStem = 56;

export const extensionOf = (mediaType: AssetMediaType): string => extensions[mediaType][0];

/**
 * The last part of a path without what could steer a terminal, a shell, a header or the direction of text, and with the
 * extension of what the file is: "..\\evil.html" that is a PNG becomes "evil.html.png".
 */
export function uploadFileName(name: string, mediaType: AssetMediaType): string {
  const kept = name
    .normalize('NFC')
    .replace(/^.*[\\/]/su, '')
    // Controls, format signs such as the one that turns text around, halves of pairs, and what systems reserve.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}<>:"|?*]/gu, '')
    .replace(/\s+/gu, ' ');
  const own = extensions[mediaType].find((extension) => kept.toLowerCase().endsWith(`.${extension}`));
  const stem = (own ? kept.slice(0, -own.length - 1) : kept).replace(/^[.\s]+|[.\s]+$/gu, '');
  return `${[...stem].slice(0, longestStem).join('') || 'file'}.${own ?? extensionOf(mediaType)}`;
}
