import { S3Store } from './fauxqs-engine.ts';

type ListOptions = NonNullable<Parameters<InstanceType<typeof S3Store>['listObjects']>[1]>;
type Listing = ReturnType<InstanceType<typeof S3Store>['listObjects']>;

/** Lists keys in the order by which pages continue (UTF-16 code units; S3 has UTF-8 bytes, the same but for rare signs). */
export class OrderedObjectStore extends S3Store {
  override listObjects(bucket: string, options: ListOptions = {}): Listing {
    // The library's own listing, asked for everything, still checks that the bucket exists.
    const { objects } = super.listObjects(bucket, { prefix: options.prefix ?? '', maxKeys: Number.POSITIVE_INFINITY });
    const { prefix = '', delimiter, maxKeys = 1000, startAfter, marker } = options;
    const after = startAfter || marker || '';
    const listed: Listing['objects'] = [];
    const commonPrefixes = new Set<string>();
    let isTruncated = false;
    for (const object of objects.sort((one, other) => (one.key < other.key ? -1 : 1))) {
      const entry = listEntry(object.key, prefix, delimiter);
      if (entry <= after || commonPrefixes.has(entry)) continue;
      if (listed.length + commonPrefixes.size >= maxKeys) {
        isTruncated = true;
        break;
      }
      if (entry === object.key) listed.push(object);
      else commonPrefixes.add(entry);
    }
    return { objects: listed, commonPrefixes: [...commonPrefixes], isTruncated };
  }
}

/** What a key counts as in a listing: itself, or with a delimiter the common prefix it falls under. */
const listEntry = (key: string, prefix: string, delimiter: string | undefined): string => {
  if (!delimiter) return key;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? key : key.slice(0, at + delimiter.length);
};
