// The models that a function may ask: those of the providers whose keys its settings hold, and the offline studio, which does what no other can.
import { createHash } from 'node:crypto';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import type { Models } from '../../shared/models/model.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { createModelSettings } from '../../shared/runtime/model-settings.ts';

/** `models`: best first. Reads the settings when it is first asked, and the prices once a day. */
export function configuredModels(secretId: string, studio: Models, clock = () => new Date()) {
  const readSettings = createModelSettings(secretId);
  let known: { readonly day: string; readonly offers: readonly Models[] } | undefined;
  const models = async (): Promise<readonly Models[]> => {
    const settings = await readSettings();
    const day = clock().toISOString().slice(0, 10);
    if (known?.day !== day) known = { day, offers: [...offersOf(settings, configuredCards(settings, day)), studio] };
    return known.offers;
  };
  /** Changes with any of the settings, and tells none of them. */
  const mark = async (): Promise<string> =>
    createHash('sha256')
      .update(JSON.stringify(await readSettings()))
      .digest('base64url')
      .slice(0, 10);
  return { models, mark };
}
