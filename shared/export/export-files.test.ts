import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { ExportData } from './export-data.ts';
import { exportFiles } from './export-files.ts';
import { sampleExportData } from './testing/sample-export-data.ts';

const textOf = (exportData: ExportData, path: string, mediaBaseUrl?: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    exportFiles(exportData, { mediaBaseUrl }).find((file) => file.path === path)?.bytes,
  );

/** The sample with these texts for its posts, in the order of their time. */
const withPosts = (text: string, hashtags: string[] = []): ExportData => {
  const exportData = sampleExportData();
  for (const { output } of exportData.phases)
    if (output && 'scheduledPosts' in output)
      for (const post of output.scheduledPosts) Object.assign(post, { text, hashtags });
  return exportData;
};

/** Splits CSV as RFC 4180 says, quotes and line ends in fields included. */
const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",;\r\n]*))([,;]|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
};

describe('the export', () => {
  it('has every file, and checksums of all the others that fit', () => {
    const files = exportFiles(sampleExportData());

    expect(files.map(({ path }) => path)).toEqual([
      'report.html',
      'calendar.ics',
      'posts.csv',
      'posts-spreadsheet.csv',
      'schedulers/ayrshare.csv',
      'schedulers/buffer-instagram.csv',
      'schedulers/buffer-linkedin.csv',
      'schedulers/buffer-x.csv',
      'schedulers/hootsuite-instagram.csv',
      'schedulers/hootsuite-linkedin.csv',
      'schedulers/hootsuite-x.csv',
      'campaign.json',
      'provenance.json',
      'costs.csv',
      'assets/visuals-a-artistic.png',
      'assets/visuals-b-realistic.png',
      'assets/video-a-narrative.mp4',
      'assets/video-b-dynamic.mp4',
      'SHA256SUMS',
    ]);
    const sums = textOf(sampleExportData(), 'SHA256SUMS').trimEnd().split('\n');
    expect(sums).toHaveLength(files.length - 1);
    for (const line of sums) {
      const [sum, path] = line.split('  ');
      const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array();
      expect(sum).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('gives the same bytes for the same campaign', () => {
    expect(exportFiles(sampleExportData())).toEqual(exportFiles(sampleExportData()));
  });

  it('keeps every file inside its folder, whatever an asset is called', () => {
    const exportData = sampleExportData();
    const names = ['../../etc/passwd', 'C:\\con', 'a/b\u0000.png', 'A-B-.PNG'];
    exportData.assets.forEach(({ asset }, index) => {
      asset.fileName = names[index] ?? '';
    });

    const paths = exportFiles(exportData)
      .map(({ path }) => path)
      .filter((path) => path.startsWith('assets/'));

    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(4);
    for (const path of paths) expect(path).toMatch(/^assets\/[^/\\:\p{C}]+$/u);
    for (const path of paths) expect(path).not.toMatch(/\/\.\./);
  });

  it('holds every format of a picture, and names the one that suits the network of a post', () => {
    const exportData = sampleExportData();
    const [picture] = exportData.assets;
    const bytes = new TextEncoder().encode('upright');
    picture?.files.push(bytes);
    picture?.asset.formats.push({
      ratio: '4:5',
      mediaType: 'image/jpeg',
      fileName: 'visuals-a-artistic-4x5.jpg',
      byteLength: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      widthPixels: 1080,
      heightPixels: 1350,
    });
    const posts = exportData.phases.flatMap(({ output }) =>
      output && 'scheduledPosts' in output ? output.scheduledPosts : [],
    );
    for (const post of posts) if (post.assetId === picture?.asset.id) post.assetRatio = '4:5';

    const path = 'assets/visuals-a-artistic-4x5.jpg';
    expect(exportFiles(exportData).find((file) => file.path === path)?.bytes).toEqual(bytes);
    expect(textOf(exportData, 'posts.csv')).toContain(path);
    expect(textOf(exportData, 'report.html')).toContain(`src="${path}"`);
    expect(textOf(exportData, 'provenance.json')).toContain(path);
  });

  it('lists the posts by time, with length, limit and file', () => {
    const [header, ...rows] = parseCsv(textOf(sampleExportData(), 'posts.csv'));

    expect(header?.join()).toBe('id,channel,scheduled_at,text,hashtags,characters,limit,asset,media_url,ai_generated');
    expect(rows.map(([id]) => id)).toEqual(['instagram-1', 'linkedin-1', 'x-1', 'x-2']);
    expect(rows[0]?.slice(4)).toEqual([
      '#BriocheDeMinuit #Lyon',
      '137',
      '2200',
      'assets/visuals-a-artistic.png',
      '',
      'true',
    ]);
    expect(rows[0]?.[3]).toContain('\nTrois cents pièces, pas une de plus ;');
  });

  it.each(['=1+1', '+33 6', '-2 %', '@marque', '\t=1', ' =1', '＝1'])(
    'lets no spreadsheet run a post that begins with %j',
    (text) => {
      const exportData = sampleExportData();
      for (const { output } of exportData.phases) {
        if (output && 'scheduledPosts' in output) for (const post of output.scheduledPosts) post.text = `${text}x`;
      }

      for (const row of parseCsv(textOf(exportData, 'posts-spreadsheet.csv')).slice(1))
        expect(row[3]).toMatch(/^'|^[^=+\-@\t＝\s]/);
      for (const row of parseCsv(textOf(exportData, 'posts.csv')).slice(1)) expect(row[3]).toBe(`${text}x`.trim());
    },
  );

  it('ends no cell but where it ends, whatever stands in a post', () => {
    const text = 'one\n=cmd|calc, "two"; three';

    for (const path of ['posts.csv', 'posts-spreadsheet.csv'])
      for (const row of parseCsv(textOf(withPosts(text), path)).slice(1)) {
        expect(row).toHaveLength(10);
        expect(row[3]).toBe(text);
      }
    expect(textOf(withPosts(text), 'posts.csv')).not.toMatch(/^\uFEFF/);
    expect(textOf(withPosts(text), 'posts-spreadsheet.csv')).toMatch(/^\uFEFF"id";"channel"/);
  });

  it('separates by commas for a spreadsheet that speaks English', () => {
    const exportData = sampleExportData();
    exportData.campaign.language = 'en';

    expect(textOf(exportData, 'posts-spreadsheet.csv')).toMatch(/^\uFEFF"id","channel"/);
    expect(textOf(exportData, 'costs.csv')).toMatch(/^\uFEFF"call","phase"/);
  });

  it('gives each publishing tool its own columns, with media as links where they were published', () => {
    const rowsOf = (path: string) =>
      parseCsv(textOf(withPosts('Bonjour', ['#Lyon']), path, 'https://cdn.example.com/launch'));
    const image = 'https://cdn.example.com/launch/assets/visuals-a-artistic.png';

    const [header, first] = rowsOf('schedulers/ayrshare.csv');
    expect(header).toEqual(['post', 'platforms', 'mediaUrls', 'scheduleDate']);
    expect(first).toEqual(['Bonjour\n\n#Lyon', 'instagram', image, '2026-12-01T18:30:00Z']);
    expect(rowsOf('schedulers/ayrshare.csv').map(([, platform]) => platform)).toContain('twitter');
    expect(rowsOf('schedulers/buffer-instagram.csv')).toEqual([
      ['Text', 'Image URL', 'Tags', 'Posting Time'],
      ['Bonjour\n\n#Lyon', image, '', '2026-12-01 18:30'],
    ]);
    expect(rowsOf('schedulers/hootsuite-instagram.csv')).toEqual([['12/01/2026 18:30', 'Bonjour\n\n#Lyon', image]]);
    expect(parseCsv(textOf(sampleExportData(), 'schedulers/ayrshare.csv'))[1]?.[2]).toBe('');
  });

  it('counts a post as its network does', () => {
    const rows = parseCsv(textOf(withPosts('あ👨‍👩‍👧‍👦'), 'posts.csv')).slice(1);

    expect(Object.fromEntries(rows.map(([, channel, , , , characters]) => [channel, characters]))).toEqual({
      instagram: '12',
      linkedin: '12',
      x: '4',
    });
  });

  it('makes a calendar that another parser reads as it was meant, whatever people wrote', () => {
    const name = 'Noël, "fête"; \\n\r\nBEGIN:VEVENT\r\nSUMMARY:injected';
    const exportData = withPosts(`Bonjour, le monde ; \\n 👨‍👩‍👧‍👦\r\nEND:VCALENDAR\n${'é👨‍👩‍👧‍👦'.repeat(40)}`);
    exportData.campaign.name = name;

    const calendar = new ICAL.Component(ICAL.parse(textOf(exportData, 'calendar.ics')));
    const events = calendar.getAllSubcomponents('vevent');

    // Properties that the parser does not know come as they stand in the file: escaped as RFC 5545 says.
    for (const property of ['name', 'x-wr-calname'])
      expect(calendar.getFirstPropertyValue(property)).toBe(
        'Noël\\, "fête"\\; \\\\n\\nBEGIN:VEVENT\\nSUMMARY:injected',
      );
    expect(events).toHaveLength(4);
    for (const component of events) {
      const event = new ICAL.Event(component);
      expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
      expect(event.summary).toMatch(/^\w+ · Bonjour, le monde ; \\n 👨‍👩‍👧‍👦$/u);
      expect(event.description).toContain(`END:VCALENDAR\n${'é👨‍👩‍👧‍👦'.repeat(40)}`);
    }
  });

  it('makes a calendar with one event per post and times that do not depend on the day of the export', () => {
    const unfolded = textOf(sampleExportData(), 'calendar.ics').replaceAll('\r\n ', '');
    const events = unfolded.split('BEGIN:VEVENT').slice(1);

    expect(events).toHaveLength(4);
    expect(events[0]).toContain('UID:instagram-1.cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ@astromedia');
    expect(events[0]).toContain('DTSTART:20261201T183000Z');
    for (const event of events) expect(event).toContain('DTSTAMP:20261123T080000Z');
    expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(events[1]).toContain('\\n\\nNous livrons');
  });

  it('adds up what the calls cost', () => {
    const rows = parseCsv(textOf(sampleExportData(), 'costs.csv'));

    expect(rows).toHaveLength(12);
    expect(rows[1]?.slice(0, 2)).toEqual(['research.1.1', 'research']);
    expect(rows.at(-1)?.slice(8, 12)).toEqual(['9045', '4045', '123456', '0.123456']);
  });

  it('says of each output who made it and who let it pass, and marks the files as generated', () => {
    const provenance = JSON.parse(textOf(sampleExportData(), 'provenance.json'));

    const outputOf = (phase: string) => provenance.outputs.find((output: { phase: string }) => output.phase === phase);
    expect(provenance.outputs).toHaveLength(11);
    expect(outputOf('video').decision).toMatchObject({
      by: 'person',
      approver: 'user-7c1f',
      decision: 'APPROVED',
      choice: 'B',
    });
    expect(outputOf('visuals').decision.by).toBe('score');
    expect(outputOf('research')).toMatchObject({ costMicroUsd: 123_456, offlineStudio: false });
    expect(outputOf('seo').calls[0].promptSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(provenance.files).toHaveLength(4);
    for (const file of provenance.files) expect(file.disclosure.aiGenerated).toBe(true);
  });

  it('carries the whole campaign as data, with the path of each file', () => {
    const campaign = JSON.parse(textOf(sampleExportData(), 'campaign.json'));

    expect(campaign.phases).toHaveLength(11);
    expect(campaign.phases[2].output.strategyReport.keyMessages).toHaveLength(3);
    expect(campaign.assets[0].path).toBe('assets/visuals-a-artistic.png');
  });
});
