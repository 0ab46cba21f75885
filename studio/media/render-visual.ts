/** The offline studio's pictures: a finished PNG or JPEG from a brief's words, without network, key or native code. */
import { mediaWorkers } from './media-workers.ts';
import { checkVisual, type VisualSpecification } from './visual-specification.ts';

export type { VisualSpecification } from './visual-specification.ts';

/** The visual as the bytes of its file, rendered off the main thread; the same specification gives the same bytes. Rejects with an Error that names each wrong field. */
export async function renderVisual(specification: VisualSpecification): Promise<Uint8Array> {
  const { bytes } = await mediaWorkers.run({ kind: 'visual', specification: checkVisual(specification) });
  return bytes;
}
