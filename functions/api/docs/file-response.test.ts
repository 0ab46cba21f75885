import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { docsFiles } from '../../../shared/contracts/routes/docs-routes.ts';
import { createDocsFiles } from './docs-files.ts';
import { fileResponse } from './file-response.ts';

const files = createDocsFiles();
const file = await files.read('page.html');

describe('a file of the documentation', () => {
  it.each([
    ['gzip, deflate, br', true],
    ['GZIP;q=0.8', true],
    ['br, gzip;q=0', false],
    ['gzip;q=0.0', false],
    ['x-gzip', false],
    ['', false],
  ])('asked for with Accept-Encoding "%s" is compressed: %s', (accepted, isCompressed) => {
    const { content, extras } = fileResponse(file, { headers: { 'accept-encoding': accepted } });
    expect(extras.headers?.['content-encoding']).toBe(isCompressed ? 'gzip' : undefined);
    expect(typeof content === 'string' ? content : gunzipSync(content).toString()).toBe(file.content);
    expect(extras.headers?.['vary']).toBe('accept-encoding');
  });

  it.each([
    [file.entityTag, true],
    [file.entityTag.replace('W/', ''), true],
    [`"other", ${file.entityTag}`, true],
    ['*', true],
    ['"other"', false],
    ['', false],
  ])('asked for with If-None-Match %s is unchanged: %s', (tags, isUnchanged) => {
    expect(fileResponse(file, { headers: { 'if-none-match': tags } }).extras.isUnchanged).toBe(isUnchanged);
  });

  it.each(docsFiles)('%s exists, and is compressed once', async (name) => {
    const first = await files.read(name);
    expect(first.content.length).toBeGreaterThan(100);
    expect(await files.read(name)).toBe(first);
  });

  it('that the page names is one that is served, and nothing on the page is inline or from elsewhere', () => {
    const named = [...file.content.matchAll(/(?:src|href)="docs\/([^"]+)"/g)].map(([, name]) => name);
    expect([...named].sort()).toEqual([...docsFiles].sort());
    expect(file.content).not.toMatch(/<script(?![^>]* src=)|<style|style="|https?:\/\//);
  });
});
