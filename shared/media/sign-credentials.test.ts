// Content Credentials signed by a certificate of this test's own, which openssl makes, and read by the reference library's reader.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleMp4 } from '../../tests/support/fake-provider/sample-mp4.ts';
import { gradientPng } from '../export/testing/sample-png.ts';
import { discloseMedia, type SignMedia } from './disclose-media.ts';
import { createSigner, readCredentials } from './sign-credentials.ts';

const origin = { isTrained: true, provider: 'a-provider', model: 'a-model', id: 'ast_1_visuals_1_A' };
const png = { bytes: gradientPng(64, 48, [10, 20, 30], [200, 100, 50]), mediaType: 'image/png' } as const;
const mp4 = {
  bytes: sampleMp4({ widthPixels: 64, heightPixels: 48, durationSeconds: 2 }),
  mediaType: 'video/mp4',
} as const;

/** A chain of two, as the standard wants it: an authority, and a leaf that may sign e-mail. */
function makeChain(): { readonly certificate: string; readonly key: string } {
  const directory = mkdtempSync(join(tmpdir(), 'credentials-'));
  const at = (name: string) => join(directory, name);
  const openssl = (...options: string[]) => execFileSync('openssl', options, { cwd: directory, stdio: 'pipe' });
  try {
    for (const name of ['ca', 'leaf'])
      openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', `${name}.key`);
    writeFileSync(at('ca.cnf'), extensions('basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'));
    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'ca.key',
      '-days',
      '30',
      '-subj',
      '/O=Test/CN=Test CA',
      '-out',
      'ca.pem',
      '-config',
      'ca.cnf',
      '-extensions',
      'v3',
    );
    openssl(
      'req',
      '-new',
      '-key',
      'leaf.key',
      '-subj',
      '/O=Test/CN=Test signer',
      '-out',
      'leaf.csr',
      '-config',
      'ca.cnf',
    );
    writeFileSync(
      at('leaf.cnf'),
      extensions(
        'basicConstraints=critical,CA:FALSE',
        'keyUsage=critical,digitalSignature',
        'extendedKeyUsage=emailProtection',
        'authorityKeyIdentifier=keyid',
      ),
    );
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '20',
      '-out',
      'leaf.pem',
      '-extfile',
      'leaf.cnf',
      '-extensions',
      'v3',
    );
    const [leaf, ca, key] = ['leaf.pem', 'ca.pem', 'leaf.key'].map((name) => readFileSync(at(name), 'utf8'));
    return { certificate: `${leaf}${ca}`, key: key ?? '' };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
const extensions = (...lines: string[]) =>
  ['[req]', 'distinguished_name=name', '[name]', '[v3]', 'subjectKeyIdentifier=hash', ...lines, ''].join('\n');

const hasOpenSsl = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8' }) !== '';
  } catch {
    return false;
  }
})();

let chain: ReturnType<typeof makeChain>;
let sign: SignMedia;
beforeAll(() => {
  if (!hasOpenSsl) return;
  chain = makeChain();
  sign = createSigner(chain);
});

interface Told {
  validation_state: string;
  validation_status?: { code: string }[];
  active_manifest: string;
  manifests: Record<string, { title: string; assertions: { label: string; data: unknown }[] }>;
}
const told = async (bytes: Uint8Array, mediaType: string) => (await readCredentials(bytes, mediaType)) as Told;

describe.skipIf(!hasOpenSsl)('a signed file', () => {
  it.each([png, mp4])('of type $mediaType is valid, and says what made it', async (file) => {
    const { bytes } = await discloseMedia(file, origin, sign);
    const { validation_state, validation_status, active_manifest, manifests } = await told(bytes, file.mediaType);
    // The authority is this test's own: that nobody trusts it is the only thing to say.
    expect([validation_state, (validation_status ?? []).map(({ code }) => code)]).toEqual([
      'Valid',
      ['signingCredential.untrusted'],
    ]);
    expect(manifests[active_manifest]).toMatchObject({ title: 'ast_1_visuals_1_A' });
    expect(JSON.stringify(manifests[active_manifest]?.assertions)).toContain(
      'digitalsourcetype/trainedAlgorithmicMedia',
    );
    expect(JSON.stringify(manifests[active_manifest]?.assertions)).toContain('a-provider a-model');
  });

  it.each([png, mp4])('of type $mediaType that was changed says so', async (file) => {
    const { bytes } = await discloseMedia(file, origin, sign);
    const changed = Uint8Array.from(bytes);
    const at = changed.byteLength - (file === png ? 40 : 400);
    changed[at] = (changed[at] ?? 0) ^ 1;
    const { validation_status = [] } = await told(changed, file.mediaType);
    expect(validation_status.map(({ code }) => code).join()).toMatch(/Hash\.mismatch/);
  });

  it('that is told of and signed anew is valid again, with one signature', async () => {
    const { bytes } = await discloseMedia(png, origin, sign);
    const again = await discloseMedia({ ...png, bytes }, { ...origin, id: 'ast_2_visuals_1_A' }, sign);
    const { validation_state, manifests } = await told(again.bytes, 'image/png');
    expect([validation_state, Object.keys(manifests).length]).toEqual(['Valid', 1]);
  });

  it('takes settings on one line, as files of variables hold them', async () => {
    const oneLine = (pem: string) => pem.trim().replaceAll('\n', '\\n');
    const { bytes } = await discloseMedia(
      png,
      origin,
      createSigner({ certificate: oneLine(chain.certificate), key: oneLine(chain.key) }),
    );
    expect((await told(bytes, 'image/png')).validation_state).toBe('Valid');
  });
});

describe.skipIf(!hasOpenSsl)('settings that cannot sign', () => {
  it('are refused before anything is made, with a sentence that shows nothing of them', () => {
    const other = makeChain();
    const refused = (settings: Partial<typeof chain>) => {
      try {
        createSigner({ ...chain, ...settings });
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    expect(refused({ key: other.key })).toBe(
      'CONTENT_CREDENTIALS_KEY is not the key of the first certificate in CONTENT_CREDENTIALS_CERTIFICATE.',
    );
    expect(refused({ key: 'nonsense' })).toMatch(/^CONTENT_CREDENTIALS_KEY is no private key on the curve P-256/);
    expect(refused({ certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' })).toMatch(
      /^CONTENT_CREDENTIALS_CERTIFICATE holds a certificate that cannot be read/,
    );
    expect(refused({ certificate: chain.certificate.repeat(12) })).toMatch(/too long for the room kept for it/);
  });
});
