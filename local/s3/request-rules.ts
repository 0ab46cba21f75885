/** A refusal in S3's own words. */
export interface RuleViolation {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What the rules look at. `url` is path-style: /bucket/key?query. */
export interface RuledRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Query parameters with which the library does what S3 does. Anything else it would silently treat as a plain request. */
const understood =
  /^(x-amz-.*|x-id|response-(content-(type|language|disposition|encoding)|cache-control|expires)|list-type|prefix|delimiter|max-keys|continuation-token|start-after|marker|encoding-type|fetch-owner|lifecycle|delete|uploads|uploadid|partnumber|attributes)$/;

const notImplemented = (what: string): RuleViolation => ({
  status: 501,
  code: 'NotImplemented',
  message: `The local platform does not implement ${what}.`,
});

/** Gives why a request is refused before the library sees it, or undefined. */
export const violatedRule = ({ method, url, headers }: RuledRequest): RuleViolation | undefined => {
  const [path = '/', query = ''] = url.split('?', 2);
  if (decodedSegments(path).some((segment) => segment === '..' || segment === '.')) {
    return { status: 400, code: 'InvalidArgument', message: 'Keys with . or .. segments are refused.' };
  }
  const parameters = [...new URLSearchParams(query).keys()].map((name) => name.toLowerCase());
  const unknown = parameters.find((name) => !understood.test(name));
  if (unknown !== undefined) return notImplemented(`the sub-resource "${unknown}"`);
  if (method === 'GET' && (parameters.includes('uploads') || parameters.includes('uploadid'))) {
    return notImplemented('listing the parts of uploads');
  }
  if (method === 'PUT' && parameters.includes('uploadid') && headers['x-amz-copy-source']) {
    return notImplemented('copying into a part of an upload');
  }
  if (method === 'PUT' && headers['if-match']) return notImplemented('If-Match on PUT');
  if (method === 'POST' && String(headers['content-type'] ?? '').startsWith('multipart/form-data')) {
    return notImplemented('uploads from HTML forms');
  }
  return undefined;
};

/** The bucket and key a path names. */
export const bucketAndKey = (url: string): { bucket: string; key: string } => {
  const [, bucket = '', ...key] = decodedSegments(url.split('?', 1)[0] ?? '/');
  return { bucket, key: key.join('/') };
};

const decodedSegments = (path: string): string[] => {
  try {
    return decodeURIComponent(path).split('/');
  } catch {
    // Not valid percent-encoding: no segment can be trusted.
    return ['..'];
  }
};

const overridable = new Map([
  ['response-content-type', 'content-type'],
  ['response-content-language', 'content-language'],
  ['response-content-disposition', 'content-disposition'],
  ['response-content-encoding', 'content-encoding'],
  ['response-cache-control', 'cache-control'],
  ['response-expires', 'expires'],
]);

/** The response headers that a link overrides, with values as Node can send them (UTF-8 bytes, no line breaks). */
export const responseOverrides = (url: string): [name: string, value: string][] => {
  const query = new URLSearchParams(url.split('?', 2)[1] ?? '');
  return [...overridable].flatMap(([parameter, header]) => {
    const value = query.get(parameter);
    if (value === null) return [];
    const oneLine = value.replaceAll(/[\r\n\0]/g, ' ');
    return [[header, Buffer.from(oneLine, 'utf8').toString('latin1')] satisfies [string, string]];
  });
};
