import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretBox, SecretUnreadable } from './secret-box.ts';
import { newWebhookSecret } from './sign-webhook.ts';

const boxOf = (key = randomBytes(32)) => createSecretBox(async () => key);
const owner = { workspaceId: 'wsp_one', webhookId: 'whk_one' };

describe('a secret', () => {
  it('that is sealed shows nothing of itself, looks different each time, and opens for its webhook', async () => {
    const box = boxOf();
    const secret = newWebhookSecret();
    const [one, other] = [await box.seal(secret, owner), await box.seal(secret, owner)];
    expect(one).not.toBe(other);
    for (const sealed of [one, other]) {
      expect(sealed).not.toContain(secret.slice('whsec_'.length, -1));
      expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('whsec_');
      expect(await box.open(sealed, owner)).toBe(secret);
    }
  });

  it('of an earlier version, in clear, opens as it is', async () => {
    expect(await boxOf().open('whsec_abc', owner)).toBe('whsec_abc');
  });

  it('opens under no other key, for no other webhook, and not when it is changed', async () => {
    const box = boxOf();
    const sealed = await box.seal(newWebhookSecret(), owner);
    const [kind, fingerprint, content = ''] = sealed.split('.');
    const changed = Buffer.from(content, 'base64url');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const attempts = [
      boxOf().open(sealed, owner),
      box.open(sealed, { ...owner, webhookId: 'whk_two' }),
      box.open(sealed, { ...owner, workspaceId: 'wsp_two' }),
      box.open([kind, fingerprint, changed.toString('base64url')].join('.'), owner),
      box.open([kind, fingerprint, ''].join('.'), owner),
      box.open([kind, fingerprint, 'AAAA'].join('.'), owner),
      box.open('something else', owner),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toBeInstanceOf(SecretUnreadable);
  });
});
