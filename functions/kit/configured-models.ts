// The models that a function may ask: those of the providers whose keys its settings hold, and the offline studio, which does what no other can.
import { createHash } from 'node:crypto';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import type { SignMedia } from '../../shared/media/disclose-media.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import type { Models } from '../../shared/models/model.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { askBillBy } from '../../shared/models/providers/openrouter-bill.ts';
import { createModelSettings } from '../../shared/runtime/model-settings.ts';
import { ConfigurationError } from '../../shared/runtime/read-environment.ts';

/**
 * `models`: best first, each finished by `finish`. Reads the settings when it is first asked, and the prices once a day. `sign` signs what they
 * make, where the settings say by which certificate; one that cannot sign is told of before anything is paid for.
 */
export function configuredModels(
  secretId: string,
  studio: Models,
  finish: (models: Models) => Models,
  clock = () => new Date(),
) {
  const readSettings = createModelSettings(secretId);
  let known: { readonly day: string; readonly offers: readonly Models[] } | undefined;
  const models = async (): Promise<readonly Models[]> => {
    const settings = await readSettings();
    const day = clock().toISOString().slice(0, 10);
    if (known?.day !== day) {
      const offers = offersOf(settings, configuredCards(settings, day)).map(finish);
      known = { day, offers: [...offers, studio] };
    }
    return known.offers;
  };
  /** Changes with any of the settings, and tells none of them. */
  const mark = async (): Promise<string> =>
    createHash('sha256')
      .update(JSON.stringify(await readSettings()))
      .digest('base64url')
      .slice(0, 10);
  let signing: Promise<SignMedia | undefined> | undefined;
  const sign = () => (signing ??= readSettings().then(signerOf));
  return { models, mark, sign, askBill: askBillBy(readSettings) };
}

async function signerOf(settings: ProviderSettings): Promise<SignMedia | undefined> {
  const { CONTENT_CREDENTIALS_CERTIFICATE: certificate, CONTENT_CREDENTIALS_KEY: key } = settings;
  if (!certificate || !key) return undefined;
  const { createSigner } = await import('../../shared/media/sign-credentials.ts');
  try {
    return createSigner({ certificate, key });
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : 'CONTENT_CREDENTIALS_KEY cannot sign.');
  }
}
