/** Renders SVG text to PNG or pixels with resvg (WebAssembly; text has become outlines before). Runs in the media worker: it computes without pause. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** RGBA with premultiplied alpha, four bytes per pixel. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

let started: Promise<void> | undefined;

export async function renderPng(svg: string): Promise<Uint8Array> {
  return rendered(svg, (image) => image.asPng());
}

export async function renderRaster(svg: string): Promise<Raster> {
  return rendered(svg, (image) => ({ width: image.width, height: image.height, pixels: image.pixels }));
}

type RenderedImage = ReturnType<InstanceType<typeof Resvg>['render']>;

/** Frees the WebAssembly memory of the picture whatever happens: it is not garbage collected. */
async function rendered<Result>(svg: string, read: (image: RenderedImage) => Result): Promise<Result> {
  await startOnce();
  const drawing = new Resvg(svg);
  try {
    const image = drawing.render();
    try {
      return read(image);
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

function startOnce(): Promise<void> {
  started ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return started;
}
