// Where the bytes of a file are: a link that works for some minutes and is asked for anew.
import { useQuery } from '@tanstack/react-query';
import { api } from '../live/api.ts';

/** Less than the life of a link. */
const freshMilliseconds = 4 * 60_000;

export const useAssetLink = (assetId: string) =>
  useQuery({
    queryKey: ['asset-link', assetId],
    queryFn: () => api.call('downloadAsset', { params: { assetId } }),
    staleTime: freshMilliseconds,
  });
