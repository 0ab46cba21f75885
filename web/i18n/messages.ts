// What the application says, in the language of the person. Each feature brings its words in both languages; a sentence with numbers in it
// is an ICU message, so that plurals follow the language.
import { setupI18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';

export const uiLanguages = ['en', 'fr'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

/** Values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;
type English = Readonly<Record<string, string>>;
/** The same keys in both languages: a missing one is a type error. */
export interface Catalogue<Keys extends string = string> {
  readonly scope: string;
  readonly en: Readonly<Record<Keys, string>>;
  readonly fr: Readonly<Record<Keys, string>>;
}
export type Say<Keys extends string> = (key: Keys, values?: Values) => string;

const storageKey = 'astromedia.language';
const i18n = setupI18n();
for (const language of uiLanguages) i18n.load(language, {});
i18n.activate(firstLanguage());

function firstLanguage(): UiLanguage {
  const kept = readKept();
  if (kept === 'en' || kept === 'fr') return kept;
  return globalThis.navigator?.language?.startsWith('fr') ? 'fr' : 'en';
}

function readKept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Makes the words of a feature known. `scope` keeps its keys apart from those of others. */
export function defineWords<const Words extends English>(
  scope: string,
  en: Words,
  fr: Readonly<Record<keyof Words, string>>,
): Catalogue<Extract<keyof Words, string>> {
  const scoped = (messages: English) =>
    Object.fromEntries(Object.entries(messages).map(([key, message]) => [`${scope}.${key}`, message]));
  i18n.load({ en: scoped(en), fr: scoped(fr) });
  return { scope, en, fr };
}

/** Says a message of the catalogue in the language of the moment; for what is not drawn by React. */
export const sayFrom =
  <Keys extends string>({ scope }: Catalogue<Keys>): Say<Keys> =>
  (key, values) =>
    i18n._(`${scope}.${key}`, values);

export const currentLanguage = (): UiLanguage => (i18n.locale === 'fr' ? 'fr' : 'en');

const listen = (listener: () => void) => i18n.on('change', listener);
export const useLanguage = (): UiLanguage => useSyncExternalStore(listen, currentLanguage, currentLanguage);

/** The words of a catalogue; whoever uses them is drawn anew when the language changes. */
export function useWords<Keys extends string>(catalogue: Catalogue<Keys>): Say<Keys> {
  useLanguage();
  return sayFrom(catalogue);
}

export function chooseLanguage(language: UiLanguage): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // It then counts until the page is left.
  }
  document.documentElement.lang = language;
  i18n.activate(language);
}
