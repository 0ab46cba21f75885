// Puts the files of the application into a bucket of the emulator, as CDK's own function does on AWS from the same lines of the template: that
// function needs the command line of AWS at /opt, which no emulator has.
import { glob, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Resolve, Template } from './deployed-values.ts';

export const siteBucket = 'astromedia-emulated-site';

const deploymentSchema = z.object({
  SourceObjectKeys: z.array(z.string()),
  SourceMarkers: z.array(z.record(z.string(), z.unknown())).default([]),
  Exclude: z.array(z.string()).default([]),
  SystemMetadata: z.object({ 'cache-control': z.string() }),
});
const assetsSchema = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) });
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Publication {
  readonly assembly: string;
  readonly stack: string;
  readonly template: Template;
  readonly resolve: Resolve;
}

/** Yields how many files the bucket holds then. */
export async function publishSite({ assembly, stack, template, resolve }: Publication): Promise<number> {
  const client = new S3Client({ forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: siteBucket }));
  const { files } = assetsSchema.parse(JSON.parse(await readFile(join(assembly, `${stack}.assets.json`), 'utf8')));
  let published = 0;
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type !== 'Custom::CDKBucketDeployment') continue;
    const { SourceObjectKeys, SourceMarkers, Exclude, SystemMetadata } = deploymentSchema.parse(Properties);
    for (const [place, key] of SourceObjectKeys.entries()) {
      const folder = files[key.replace(/\.zip$/, '')]?.source.path;
      if (!folder) throw new Error(`The assembly has no asset ${key}`);
      const markers = Object.entries(SourceMarkers[place] ?? {});
      for (const path of await filesIn(join(assembly, folder))) {
        if (Exclude.some((pattern) => path.startsWith(pattern.replace(/\*$/, '')))) continue;
        const Body = filled(await readFile(join(assembly, folder, path)), markers, resolve);
        await client.send(
          new PutObjectCommand({
            Bucket: siteBucket,
            Key: path,
            Body,
            ContentType: mediaTypes[extname(path)] ?? 'application/octet-stream',
            CacheControl: SystemMetadata['cache-control'],
          }),
        );
        published += 1;
      }
    }
  }
  return published;
}

/** The bucket goes with what is in it. */
export async function removeSite(): Promise<void> {
  const client = new S3Client({ forcePathStyle: true });
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: siteBucket }))
    for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: siteBucket, Key }));
  await client.send(new DeleteBucketCommand({ Bucket: siteBucket }));
}

async function filesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const entry of glob('**/*', { cwd: folder, withFileTypes: true }))
    if (entry.isFile())
      paths.push(
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
  return paths;
}

/** Values that are known once the stacks stand take the place of their marks. */
function filled(bytes: Buffer, markers: readonly (readonly [string, unknown])[], resolve: Resolve): Buffer {
  if (markers.length === 0) return bytes;
  const text = markers.reduce(
    (known, [mark, value]) => known.replaceAll(mark, String(resolve(value))),
    bytes.toString(),
  );
  return Buffer.from(text);
}
