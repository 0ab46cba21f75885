// The card of the program that draws, films and writes where no model does: what tells its work from a trained model's.
import type { ModelCard } from './model-card.ts';

/** Draws, films and writes offline, without any AI. */
export const offlineStudioCard: ModelCard = {
  provider: 'offline-studio',
  id: 'offline-studio-1',
  isTrained: false,
  // Measured on two cores on 2026-11-25, both variants side by side: texts are composed at once, videos are encoded by the processor.
  secondsPerCall: { text: 0.1, image: 1.9, video: 2.7 },
  price: { since: '2026-11-23' },
};

/** Whether a provider's models were trained. One that is not in the registry (any more) is taken for one that was. */
export const isTrainedProvider = (provider: string): boolean => provider !== offlineStudioCard.provider;
