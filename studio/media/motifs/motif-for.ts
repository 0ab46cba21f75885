/** Which still life stands for which sector. */
import type { SectorKind } from '../sector-kind.ts';
import { finance, retail, technology } from './devices.ts';
import { food } from './food.ts';
import { beauty, ecology, education, health, luxury } from './products.ts';
import type { Motif } from './solids.ts';
import { abstractBodies, sport } from './studio.ts';

/** Travel and property are landscapes, not still lifes: see landscape-scene.ts. */
export const STILL_LIFES: Record<Exclude<SectorKind, 'travel' | 'property'>, Motif> = {
  food,
  technology,
  health,
  ecology,
  beauty,
  luxury,
  finance,
  education,
  sport,
  retail,
  other: abstractBodies,
};
