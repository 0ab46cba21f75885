// Every model there is, as dated data: what it is called, what it can do, what it costs and how long it takes. Prices change: a new one is
// a new row, and the date says since when. Data only: estimates, checks and exports read it as well as providers.
import type { ModelCard } from './model-card.ts';
import { offlineStudioCard } from './offline-studio-card.ts';
import { cardsOn } from './registry-cards.ts';

const today = new Date().toISOString().slice(0, 10);

const { cards, refused } = cardsOn(today);

/** Every model that may be asked, the offline studio first, at the prices of the day on which the process began. */
export const modelRegistry: readonly [ModelCard, ...ModelCard[]] = [offlineStudioCard, ...cards];

/** Models that may not be asked as things are, each with the reason. */
export const refusedModels = refused;
