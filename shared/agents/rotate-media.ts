// Which picture or film each post shows: on every network one after another, so that no two posts in a row look the same.
// What a person chose is shown alone; where only the score chose, the other variant takes its turns too. Pure.
import type { OutputValues } from '../contracts/agent-outputs.ts';
import type { SocialNetwork } from '../contracts/channels.ts';
import { channelMedia } from '../contracts/media-formats.ts';
import { assetForNetwork, type ChosenMedia, type PostMedia } from '../domain/media-formats.ts';

/** Networks that are made for films: a picture there only while there is no film. */
const FILM_NETWORKS: readonly SocialNetwork[] = ['tiktok', 'youtube'];

/** The media of each post, in the order of `networks`: one entry a post. */
export function rotateMedia(
  networks: readonly SocialNetwork[],
  values: OutputValues,
): readonly (PostMedia | undefined)[] {
  const pictures = poolOf(values.validatedVisual, values.visuals);
  const films = poolOf(values.validatedVideo, values.videos);
  const shown = new Map<SocialNetwork, number>();
  return networks.map((network) => {
    const turn = shown.get(network) ?? 0;
    shown.set(network, turn + 1);
    const [kind, media] =
      sequenceFor(network, pictures, films)[turn % sequenceFor(network, pictures, films).length] ?? [];
    return kind && assetForNetwork(network, kind, { [kind]: media });
  });
}

type Kind = 'picture' | 'film';

function sequenceFor(
  network: SocialNetwork,
  pictures: readonly ChosenMedia[],
  films: readonly ChosenMedia[],
): readonly (readonly [Kind, ChosenMedia])[] {
  const asFilm = films.map((film) => ['film', film] as const);
  const asPicture = pictures.map((picture) => ['picture', picture] as const);
  if (channelMedia[network].film === undefined) return asPicture.length > 0 ? asPicture : asFilm;
  if (FILM_NETWORKS.includes(network)) return asFilm.length > 0 ? asFilm : asPicture;
  const longer = Math.max(asFilm.length, asPicture.length);
  return Array.from({ length: longer }, (_, index) =>
    [asPicture[index], asFilm[index]].flatMap((entry) => (entry ? [entry] : [])),
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
