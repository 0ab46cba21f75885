/** Skia as WebAssembly: shapes, shaped text and picture files, with the same bytes on every machine. Only for the media worker: it computes without pause. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import canvasKit, { type Image } from 'canvaskit-wasm/full';
import { createPen, type Pen } from './pen.ts';

const directory = dirname(createRequire(import.meta.url).resolve('canvaskit-wasm/full'));

/** Loaded with the module that imports it. */
export const skia = await canvasKit.default({ locateFile: (file) => join(directory, file) });

/** High enough for clean edges of type; pictures of 1080 × 1350 stay well below 1 MB, the least that any network allows. */
const JPEG_QUALITY = 90;

interface Disposable {
  delete(): void;
}
const kept: Disposable[] = [];

/** Notes what a job has made, for {@link release}: WebAssembly's memory is not garbage collected. */
export function keep<Made extends Disposable>(made: Made | null, what: string): Made {
  if (!made) throw new Error(`Skia could not make ${what}.`);
  kept.push(made);
  return made;
}

/** Gives back the memory of everything kept. Call it at the end of every job. */
export function release(): void {
  for (const made of kept.splice(0).reverse()) made.delete();
}

export interface Sheet {
  width: number;
  height: number;
  pen: Pen;
  /** RGBA, premultiplied; a view that is good until the next call into Skia. */
  pixels(): Uint8Array;
  /** What is drawn now, as a file. */
  encode(type: 'png' | 'jpeg'): Uint8Array;
}

/** An empty, transparent drawing; kept. */
export function createSheet(width: number, height: number): Sheet {
  const memory = skia.Malloc(Uint8Array, width * height * 4);
  kept.push({ delete: () => skia.Free(memory) });
  memory.toTypedArray().fill(0);
  const form = {
    ...{ width, height },
    ...{ alphaType: skia.AlphaType.Premul, colorType: skia.ColorType.RGBA_8888, colorSpace: skia.ColorSpace.SRGB },
  };
  const surface = keep(skia.MakeRasterDirectSurface(form, memory, width * 4), 'a surface');
  return {
    ...{ width, height },
    pen: createPen(skia, surface.getCanvas()),
    pixels: () => memory.toTypedArray() as Uint8Array,
    encode: (type) => {
      surface.flush();
      const image = surface.makeImageSnapshot();
      const format = { png: skia.ImageFormat.PNG, jpeg: skia.ImageFormat.JPEG }[type];
      const bytes = image.encodeToBytes(format, JPEG_QUALITY);
      image.delete();
      if (!bytes) throw new Error(`Skia could not encode a ${type}.`);
      return bytes;
    },
  };
}

/** A picture from a file's bytes; kept. */
export const decodeImage = (bytes: Uint8Array): Image =>
  keep(skia.MakeImageFromEncoded(bytes), 'a picture of the file');
