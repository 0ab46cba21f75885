// Kept checkers read whole campaigns: grammalecte the French grammar, hunspell the spelling of both languages. Where they
// are missing (`apt-get install grammalecte-cli hunspell hunspell-fr hunspell-en-us`) these tests are skipped, and say so.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ordinaryBriefs } from '../../shared/agents/testing/sample-briefs.ts';
import type { Brief } from '../../shared/contracts/brief.ts';
import { allTexts, writeCampaign } from './testing/campaign-texts.ts';
import { clientBrief, clientBriefs } from './testing/client-briefs.ts';

const clients = Object.values(clientBriefs).map(clientBrief);
const allowedWords = new Set(readFileSync(new URL('testing/allowed-words.txt', import.meta.url), 'utf8').split(/\s+/u));
/** Matters of layout that the checker takes for typing errors: lists of an article, numbers before nouns, "1er" without raised letters. */
const LAYOUT = /typo_tiret|unit_nbsp|ordinaux|nbsp_ajout|imp_verbe/u;
const isThere = (command: string) => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;
const missing = ['grammalecte-cli', 'hunspell'].filter((command) => !isThere(command));

if (missing.length > 0)
  console.warn(
    `Skipped, ${missing.join(' and ')} missing: grammar and spelling of the studio's texts were not checked.`,
  );

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
/** The lines of a brief's campaign, signs of Markdown and addresses apart. Each is written once for all checkers. */
function linesFor(brief: Brief): Promise<string[]> {
  const lines = known.get(brief) ?? linesOfCampaign(brief);
  known.set(brief, lines);
  return lines;
}
const known = new Map<Brief, Promise<string[]>>();

async function linesOfCampaign(brief: Brief): Promise<string[]> {
  const texts = allTexts(await writeCampaign(brief));
  return [
    ...new Set(
      texts.flatMap((text) =>
        text
          .replaceAll('**', '')
          .replace(/^#+ /gmu, '')
          .replace(/\S+\.example\S*/gu, brief.language === 'fr' ? 'ici' : 'here')
          .replace(/«[^»]*»/gu, 'Ceci')
          .split('\n'),
      ),
    ),
  ];
}

interface GrammarError {
  readonly sRuleId: string;
  readonly sMessage: string;
  readonly nStart: number;
  readonly nEnd: number;
}

/** What the checker finds, with the place of the line that it is in. It is started once for all lines: a start costs what a campaign's text does. */
function grammarErrors<Place extends { readonly line: string }>(places: readonly Place[]): (GrammarError & Place)[] {
  const directory = mkdtempSync(join(tmpdir(), 'words-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'text.txt');
  writeFileSync(file, places.map(({ line }) => line).join('\n'));
  const report = JSON.parse(
    execFileSync('grammalecte-cli', ['-f', file, '-j'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as { data: { iParagraph: number; lGrammarErrors: GrammarError[] }[] };
  return report.data.flatMap(({ iParagraph, lGrammarErrors }) =>
    lGrammarErrors.map((error) => ({ ...error, ...placeOf(places, iParagraph) })),
  );
}

function placeOf<Place>(places: readonly Place[], paragraph: number): Place {
  const place = places[paragraph - 1];
  if (!place) throw new Error(`The checker speaks of line ${paragraph}; there are ${places.length}`);
  return place;
}

it.skipIf(missing.length > 0)('French grammar holds', { timeout: 120_000 }, async () => {
  const texts = await Promise.all(
    clients
      .filter(({ language }) => language === 'fr')
      .map(async (brief) => ({ brief, own: wordsOf(JSON.stringify(brief)), lines: await linesFor(brief) })),
  );
  const places = texts.flatMap(({ brief, own, lines }) => lines.map((line) => ({ name: brief.name, own, line })));
  const errors = grammarErrors(places)
    .filter(({ sRuleId }) => !LAYOUT.test(sRuleId))
    // Names and words of the client are not ours to correct ("des paniers fondue").
    .filter(
      ({ own, line, nStart, nEnd }) =>
        ![...wordsOf(line.slice(Math.max(nStart - 1, 0), nEnd + 1))].some(
          (word) => (word.length > 3 || word.length === 1) && own.has(word),
        ),
    );
  expect(
    errors.map(
      ({ name, line, nStart, nEnd, sMessage }) =>
        `${name}: ${line.slice(Math.max(nStart - 30, 0), nEnd + 30)}: ${sMessage}`,
    ),
  ).toEqual([]);
});

it.skipIf(missing.length > 0).each(['fr', 'en'] as const)(
  'the spelling of %s holds',
  { timeout: 60_000 },
  async (language) => {
    for (const brief of [...clients, ...ordinaryBriefs].filter((one) => one.language === language)) {
      const own = wordsOf(JSON.stringify(brief));
      const lines = await linesFor(brief);
      const dictionaries = language === 'fr' ? 'fr_FR' : 'en_US';
      const unknown = execFileSync('hunspell', ['-d', dictionaries, '-i', 'utf-8', '-l'], {
        input: lines.join('\n').replaceAll('’', "'"),
        encoding: 'utf8',
      }).split('\n');
      const wrong = unknown.filter(
        (word) =>
          word &&
          !/\d/u.test(word) &&
          !allowedWords.has(word.toLowerCase()) &&
          ![...wordsOf(word)].every((part) => own.has(part) || allowedWords.has(part)),
      );
      expect([...new Set(wrong)], brief.name).toEqual([]);
    }
  },
);

it('knows a wrong phrase when it sees one', { skip: missing.length > 0 }, () => {
  expect(grammarErrors([{ line: 'Il faut que elles vient voir les beau panier.' }]).length).toBeGreaterThan(0);
});
