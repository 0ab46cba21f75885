// Google's texts through a Google Cloud account: the service account's key signs for a token, which says who asks for the next hour.
import { createSign } from 'node:crypto';
import * as z from 'zod';
import { googleCredentialsSchema } from '../../contracts/provider-settings.ts';
import { modelFailure } from '../errors.ts';
import type { TextModel } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { googleText } from './google-text.ts';
import { providerFetch } from './provider-fetch.ts';

type Credentials = z.infer<typeof googleCredentialsSchema>;

/** `credentials`: the JSON of a service account's key. Without an address that which serves all regions is asked. */
export function vertexText(card: ModelCard, credentials: string, address?: string): TextModel['generate'] {
  const account = googleCredentialsSchema.parse(JSON.parse(credentials));
  const token = tokenOf(account);
  const baseUrl =
    address ?? `https://aiplatform.googleapis.com/v1/projects/${account.project_id}/locations/global/publishers/google`;
  return googleText(card, {
    provider: 'vertex',
    baseUrl,
    headers: async () => ({ authorization: `Bearer ${await token()}` }),
  });
}

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().min(0).default(3600) });

/** Kept until a minute before it expires. */
function tokenOf(account: Credentials): () => Promise<string> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept && Date.now() < kept.until) return kept.token;
    const response = await providerFetch('vertex')(account.token_uri, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: assertionOf(account, Math.floor(Date.now() / 1000)),
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const { access_token, expires_in } = answerSchema.parse(await response.json());
    kept = { token: access_token, until: Date.now() + (expires_in - 60) * 1000 };
    return access_token;
  };
}

function assertionOf({ client_email, private_key, token_uri }: Credentials, now: number): string {
  const claims = {
    ...{ iss: client_email, aud: token_uri, scope: 'https://www.googleapis.com/auth/cloud-platform' },
    ...{ iat: now, exp: now + 3600 },
  };
  const content = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  try {
    return `${content}.${createSign('RSA-SHA256').update(content).sign(private_key, 'base64url')}`;
  } catch {
    throw modelFailure(
      'The private key in GOOGLE_CLOUD_CREDENTIALS cannot be read. Paste the whole JSON file again, with its \\n as they are.',
      'unauthorized',
    );
  }
}
