// The words of every trade in every language the studio writes.
import type { Language } from '../../../shared/contracts/brief.ts';
import { englishAppearance } from './english-appearance.ts';
import { englishBusiness } from './english-business.ts';
import { englishDailyLife } from './english-daily-life.ts';
import { englishPlaces } from './english-places.ts';
import { englishServices } from './english-services.ts';
import { frenchAppearance } from './french-appearance.ts';
import { frenchBusiness } from './french-business.ts';
import { frenchDailyLife } from './french-daily-life.ts';
import { frenchPlaces } from './french-places.ts';
import { frenchServices } from './french-services.ts';
import type { SectorBank } from './sector-bank.ts';
import type { SectorFamily } from './sector-family.ts';

export const sectorBanks: Record<Language, Record<SectorFamily, SectorBank>> = {
  fr: { ...frenchDailyLife, ...frenchAppearance, ...frenchPlaces, ...frenchServices, ...frenchBusiness },
  en: { ...englishDailyLife, ...englishAppearance, ...englishPlaces, ...englishServices, ...englishBusiness },
};
