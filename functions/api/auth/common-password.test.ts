import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, refuseCommonPassword } from './common-password.ts';

/** As many as OWASP's ASVS 5.0 asks for (6.2.4), of those that eight characters let pass at all. */
const most = 3000;
/** The migration guide registers its first user with this one, and its lines work as typed (tests/guide): it stays allowed, common as it is. */
const allowedAllTheSame = 'password123';

const commonest = dictionary['passwords-common']
  .filter((password) => password.length >= 8 && password !== allowedAllTheSame)
  .slice(0, most);
const isRefused = (password: string): boolean => {
  try {
    refuseCommonPassword(password, '#/password');
    return false;
  } catch {
    return true;
  }
};

describe('the commonest passwords', () => {
  it('are those of the kept list; after an update of its package, run this test once with -u', async () => {
    const fingerprints = Buffer.concat(commonest.map(fingerprintOf)).toString('base64');
    await expect(`${JSON.stringify({ fingerprints }, null, 2)}\n`).toMatchFileSnapshot('./common-passwords.json');
  });

  it('are refused, in any case of their letters, with the field they came in', () => {
    expect(commonest.filter((password) => !isRefused(password))).toEqual([]);
    for (const password of ['password', 'PassWord1', '12345678', 'QWERTYUIOP', 'iloveyou'])
      expect(isRefused(password)).toBe(true);
    expect(() => refuseCommonPassword('12345678', '#/newPassword')).toThrow(
      expect.objectContaining({
        code: 'validation-failed',
        fieldErrors: [expect.objectContaining({ pointer: '#/newPassword' })],
      }),
    );
  });

  it.each([allowedAllTheSame, 'Test123456', 'correct horse battery staple', 'motdepasse de Zoë', '日本語のパスワード'])(
    'do not include %s',
    (password) => {
      expect(isRefused(password)).toBe(false);
    },
  );
});
