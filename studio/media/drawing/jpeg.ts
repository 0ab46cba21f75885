/** Encodes pixels as JPEG with mozjpeg (WebAssembly). For networks that take no PNG, and for posters. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/jpeg/encode.js';
import type { Raster } from './resvg.ts';

/** Keeps type edges clean; pictures of 1080 × 1350 stay well below 1 MB, the least that any network allows. */
const QUALITY = 88;

let started: Promise<void> | undefined;

/** An opaque picture as baseline JPEG: the same pixels give the same bytes. */
export async function encodeJpeg({ width, height, pixels }: Raster): Promise<Uint8Array> {
  started ??= start();
  await started;
  const data = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  // The encoder reads data, width and height only; Node has no ImageData of its own.
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData;
  return new Uint8Array(await encode(image, { quality: QUALITY, progressive: false, optimize_coding: false }));
}

async function start(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  await init(await WebAssembly.compile(new Uint8Array(readFileSync(path))));
}
