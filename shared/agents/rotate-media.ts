// Which image or video each post shows: on every network one after another, so that no two posts in a row look the same.
// What a person chose is shown alone; where only the score chose, the other variant takes its turns too. Pure.
import type { OutputValues } from '../contracts/agent-outputs.ts';
import type { SocialNetwork } from '../contracts/channels.ts';
import { channelMedia } from '../contracts/media-formats.ts';
import { assetForNetwork, type ChosenMedia, type PostMedia } from '../domain/media/media-formats.ts';

/** Networks that are made for videos: an image there only while there is no video. */
const VIDEO_NETWORKS: readonly SocialNetwork[] = ['tiktok', 'youtube'];

/** The media of each post, in the order of `networks`: one entry a post. */
export function rotateMedia(
  networks: readonly SocialNetwork[],
  values: OutputValues,
): readonly (PostMedia | undefined)[] {
  const images = poolOf(values.validatedVisual, values.visuals);
  const videos = poolOf(values.validatedVideo, values.videos);
  const shown = new Map<SocialNetwork, number>();
  return networks.map((network) => {
    const turn = shown.get(network) ?? 0;
    shown.set(network, turn + 1);
    const [kind, media] =
      sequenceFor(network, images, videos)[turn % sequenceFor(network, images, videos).length] ?? [];
    return kind && assetForNetwork(network, kind, { [kind]: media });
  });
}

type Kind = 'image' | 'video';

function sequenceFor(
  network: SocialNetwork,
  images: readonly ChosenMedia[],
  videos: readonly ChosenMedia[],
): readonly (readonly [Kind, ChosenMedia])[] {
  const asVideo = videos.map((video) => ['video', video] as const);
  const asImage = images.map((image) => ['image', image] as const);
  if (channelMedia[network].video === undefined) return asImage.length > 0 ? asImage : asVideo;
  if (VIDEO_NETWORKS.includes(network)) return asVideo.length > 0 ? asVideo : asImage;
  const longer = Math.max(asVideo.length, asImage.length);
  return Array.from({ length: longer }, (_, index) =>
    [asImage[index], asVideo[index]].flatMap((entry) => (entry ? [entry] : [])),
  ).flat();
}

function poolOf(
  chosen: OutputValues['validatedVisual'],
  all: readonly (ChosenMedia & { readonly variant: string })[] | undefined,
): readonly ChosenMedia[] {
  if (!chosen) return [];
  const others = chosen.chosenBy === 'score' ? (all ?? []).filter(({ assetId }) => assetId !== chosen.assetId) : [];
  return [chosen, ...others];
}
