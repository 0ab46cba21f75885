// Whether a page speaks French, and nothing but French: every word on it is held against what the application says in both languages.
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { outputWords } from '../../shared/outputs/messages.ts';
import type { Catalogue } from '../../web/i18n/messages.ts';

const web = fileURLToPath(new URL('../../web', import.meta.url));
/** Names that are the same in every language. */
const properNouns = /offline-studio|AstroMedia/gi;

/** Addresses, numbers and names of files are no words. */
const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('fr')
    .replace(properNouns, ' ')
    .replace(/\S*[@\d_/]\S*|\S+\.\w+/g, ' ')
    .match(/\p{L}{2,}/gu) ?? [];

/** The words of a message, without those that are its grammar. */
const literal = (message: string): string =>
  message
    .replace(/\{\w+, plural,/g, ' ')
    .replace(/(?:one|other|=\d+) \{/g, ' ')
    .replace(/\{\w+\}/g, ' ');

async function catalogues(): Promise<Catalogue[]> {
  const files = globSync('**/{messages,*-messages}.ts', { cwd: web, exclude: ['i18n/**', 'plugins/**', 'dist/**'] });
  const modules = await Promise.all(files.map((file) => import(`${web}/${file}`) as Promise<Record<string, unknown>>));
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is Catalogue => typeof value === 'object' && value !== null && 'scope' in value);
}

const monthsAndDays = (locale: string): string[] =>
  Array.from({ length: 12 }, (_, place) => new Date(Date.UTC(2026, place, place + 1))).flatMap((date) =>
    ['month', 'weekday'].map((part) => new Intl.DateTimeFormat(locale, { [part]: 'long' }).format(date)),
  );

/** Words that the application says in English, and never in French. */
async function onlyEnglish(): Promise<ReadonlySet<string>> {
  const known = await catalogues();
  const english = [
    ...known.flatMap(({ en }) => Object.values(en).map(literal)),
    ...Object.values(outputWords).map(([en]) => literal(en)),
    ...defaultPlaybook.phases.map(({ name }) => name.en),
    ...monthsAndDays('en-GB'),
  ];
  const french = [
    ...known.flatMap(({ fr }) => Object.values(fr).map(literal)),
    ...Object.values(outputWords).map(([, fr]) => literal(fr)),
    ...defaultPlaybook.phases.map(({ name }) => name.fr),
    ...monthsAndDays('fr-FR'),
  ];
  const both = new Set(french.flatMap(wordsOf));
  return new Set(english.flatMap(wordsOf).filter((word) => !both.has(word)));
}

/** Sentences of a campaign: what people and agents wrote in its own language. Codes and names of kinds have no space in them. */
const sentencesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentencesIn);
};

/** All that is read on the page or read aloud from it, a line each. */
async function linesOf(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is not drawn is not read
  const drawn = await page.locator('body').innerText();
  const names = await page
    .locator('[aria-label], [title], [placeholder], [alt], [aria-valuetext]')
    .evaluateAll((named) =>
      named.flatMap((element) =>
        ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'].map((name) => element.getAttribute(name) ?? ''),
      ),
    );
  return [await page.title(), ...drawn.split('\n'), ...names].filter((line) => line.trim() !== '');
}

/** Looks at the page as it is now. `content` is what it shows of a campaign; its own words are not the application's. */
export type LookForEnglish = (page: Page, content?: unknown) => Promise<void>;

/** Notes every English word on the way, so that one run tells all of them: to be looked at when it is over. */
export async function englishWords(): Promise<{ readonly found: ReadonlySet<string>; readonly look: LookForEnglish }> {
  const english = await onlyEnglish();
  expect(english.size).toBeGreaterThan(400);
  const found = new Set<string>();
  const look: LookForEnglish = async (page, content) => {
    const own = new Set(sentencesIn(content).flatMap(wordsOf));
    const lines = await linesOf(page);
    const wrong = lines.flatMap((line) => {
      const words = wordsOf(line).filter((word) => english.has(word) && !own.has(word));
      return words.length > 0 ? [`${words.join(' ')}: ${line.slice(0, 120)}`] : [];
    });
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    for (const line of wrong) found.add(`${new URL(page.url()).pathname} ${line}`);
  };
  return { found, look };
}
