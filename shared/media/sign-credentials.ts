// Content Credentials (C2PA): signs a finished picture or video by the reference library, so that anybody can see who vouches for it and whether it
// was changed since. The library is 9 MB of WebAssembly: it is loaded with the first file that is signed.
import { createPrivateKey, type KeyObject, sign as signBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { coseSign1, type Es256 } from './cose-sign1.ts';
import type { SignMedia } from './disclose-media.ts';
import { creatorTool, digitalSourceTypeOf, type MediaOrigin } from './iptc-xmp-packet.ts';

/** PEM: the certificates, the signing one first, and the key of that one. Line breaks may be written as \n. */
export interface CredentialSettings {
  readonly certificate: string;
  readonly key: string;
}

/** Room for the signature in the file: three certificates of the usual size. */
const reservedBytes = 8192;

/** Throws an Error whose message says which setting is wrong and why, before anything is signed. */
export function createSigner({ certificate, key }: CredentialSettings): SignMedia {
  const certificates = certificatesIn(linesOf(certificate));
  const privateKey = privateKeyIn(linesOf(key));
  const [own] = certificates;
  if (!own?.checkPrivateKey(privateKey))
    throw new Error(
      'CONTENT_CREDENTIALS_KEY is not the key of the first certificate in CONTENT_CREDENTIALS_CERTIFICATE.',
    );
  const es256: Es256 = {
    certificates: certificates.map(({ raw }) => raw),
    sign: (bytes) => signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
  coseSign1(new Uint8Array(64), es256, reservedBytes); // a chain that is too long is told of now
  return async (bytes, mediaType, origin) => {
    const { WasmBuilder } = await loadLibrary();
    const builder = WasmBuilder.fromJson(JSON.stringify(manifestOf(origin)));
    try {
      const signer = {
        alg: 'es256',
        reserveSize: reservedBytes,
        sign: async (claim: Uint8Array) => new Uint8Array(coseSign1(claim, es256, reservedBytes)),
      } as const;
      return await builder.sign(signer, [], mediaType, new BytesAsBlob(bytes, mediaType));
    } finally {
      builder.free();
    }
  };
}

const manifestOf = (origin: MediaOrigin) => ({
  title: origin.id,
  claim_generator_info: [{ name: creatorTool }],
  assertions: [
    {
      label: 'c2pa.actions.v2',
      data: {
        actions: [
          {
            action: 'c2pa.created',
            digitalSourceType: digitalSourceTypeOf(origin),
            softwareAgent: { name: `${origin.provider} ${origin.model}` },
          },
        ],
      },
    },
  ],
});

const linesOf = (pem: string): string => pem.replaceAll('\\n', '\n');

function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  try {
    return found.map((each) => new X509Certificate(each));
  } catch {
    throw new Error('CONTENT_CREDENTIALS_CERTIFICATE holds a certificate that cannot be read: paste it in PEM.');
  }
}

function privateKeyIn(pem: string): KeyObject {
  const key = readKey(pem);
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error('CONTENT_CREDENTIALS_KEY is no private key on the curve P-256 in PEM: make one of that kind.');
  return key;
}

function readKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}

/** What the library reads from: it slices, and takes the slices with the reader that only browsers' workers have. */
class BytesAsBlob extends Blob {
  readonly #content: Uint8Array;

  constructor(content: Uint8Array, type: string) {
    super([], { type });
    this.#content = content;
  }

  override get size(): number {
    return this.#content.byteLength;
  }

  override slice(start = 0, end = this.size): BytesAsBlob {
    return new BytesAsBlob(this.#content.subarray(start, end), this.type);
  }

  /** A copy: its buffer holds nothing else. */
  get copied(): ArrayBuffer {
    return new Uint8Array(this.#content).buffer;
  }
}

class SynchronousReader {
  readAsArrayBuffer(blob: BytesAsBlob): ArrayBuffer {
    return blob.copied;
  }
}

type Library = typeof import('@contentauth/c2pa-wasm');
let loading: Promise<Library> | undefined;

const loadLibrary = (): Promise<Library> => (loading ??= readLibrary());

async function readLibrary(): Promise<Library> {
  const library = await import('@contentauth/c2pa-wasm');
  Object.assign(globalThis, { FileReaderSync: SynchronousReader });
  const file = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
  library.initSync({ module: readFileSync(file) });
  return library;
}

/** What a reader of the library says about a file, as it says it. */
export async function readCredentials(bytes: Uint8Array, mediaType: string): Promise<unknown> {
  const { WasmReader } = await loadLibrary();
  const reader = await WasmReader.fromBlob(mediaType, new BytesAsBlob(bytes, mediaType));
  try {
    return JSON.parse(reader.json());
  } finally {
    reader.free();
  }
}
