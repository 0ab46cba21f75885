// The offline studio for a function that may never need it: its words and drawings, 1.4 MB, are read when it is first asked.
import type { Models } from '../shared/models/model.ts';
import { offlineStudioCard as card } from '../shared/models/offline-studio-card.ts';

const studio = async () => (await import('./offline-studio.ts')).offlineStudio;

/** The same models, which answer the same. */
export const lazyStudio: Required<Models> = {
  text: { card, generate: async (...asked) => (await studio()).text.generate(...asked) },
  image: { card, generate: async (...asked) => (await studio()).image.generate(...asked) },
  video: {
    card,
    submit: async (...asked) => (await studio()).video.submit(...asked),
    poll: async (...asked) => (await studio()).video.poll(...asked),
  },
};
