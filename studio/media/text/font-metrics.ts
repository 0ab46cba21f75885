/** Reads from a TrueType file what text layout needs: which characters it can draw, and how far each advances the pen. Knows no drawing. */

export interface FontMetrics {
  has(codePoint: number): boolean;
  /** The sum of the advances in em, without kerning (kerning makes text narrower, not wider, in all but rare pairs). */
  advance(text: string): number;
}

/** Throws when the bytes are no TrueType font with a Unicode character map. */
export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTableOffsets(view);
  const unitsPerEm = view.getUint16(table(tables, 'head') + 18);
  const advanceCount = view.getUint16(table(tables, 'hhea') + 34);
  const advances = table(tables, 'hmtx');
  const glyphOf = readCharacterMap(view, table(tables, 'cmap'));
  const advanceOf = (codePoint: number) =>
    view.getUint16(advances + 4 * Math.min(glyphOf(codePoint), advanceCount - 1)) / unitsPerEm;
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    advance: (text) => {
      let sum = 0;
      for (const character of text) sum += advanceOf(character.codePointAt(0) ?? 0);
      return sum;
    },
  };
}

function readTableOffsets(view: DataView): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    offsets.set(tag, view.getUint32(record + 8));
  }
  return offsets;
}

function table(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new Error(`The font has no "${tag}" table: use a complete TrueType file.`);
  return offset;
}

function readCharacterMap(view: DataView, start: number): (codePoint: number) => number {
  const count = view.getUint16(start + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = start + view.getUint32(start + 4 + 8 * index + 4);
    const format = view.getUint16(subtable);
    if (format === 12) return (codePoint) => glyphFromGroups(view, subtable, codePoint);
    if (format === 4) return (codePoint) => glyphFromSegments(view, subtable, codePoint);
  }
  throw new Error('The font has no Unicode character map (cmap format 4 or 12): use another file.');
}

function glyphFromSegments(view: DataView, subtable: number, codePoint: number): number {
  const doubledCount = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubledCount + 2;
  for (let at = 0; at < doubledCount; at += 2) {
    if (codePoint > view.getUint16(ends + at)) continue;
    const first = view.getUint16(starts + at);
    if (codePoint < first) return 0;
    const delta = view.getUint16(starts + doubledCount + at);
    const rangePosition = starts + 2 * doubledCount + at;
    const range = view.getUint16(rangePosition);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = view.getUint16(rangePosition + range + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function glyphFromGroups(view: DataView, subtable: number, codePoint: number): number {
  const count = view.getUint32(subtable + 12);
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + 12 * index;
    if (codePoint < view.getUint32(group)) return 0;
    if (codePoint <= view.getUint32(group + 4)) return view.getUint32(group + 8) + codePoint - view.getUint32(group);
  }
  return 0;
}
