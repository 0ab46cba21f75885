// Asset ids are derived, not drawn: a repeated step names the same asset and finds it done. Pure.
import type { Variant } from '../../contracts/variant.ts';

export const assetIdOf = (campaignId: string, phaseId: string, attempt: number, variant: Variant): string =>
  `ast_${campaignId.slice('cmp_'.length)}_${phaseId}_${attempt}_${variant}`;
