// What an output needs to be drawn that is not in it: the reader's words and numbers, the campaign's brand, money and time, and where files lie.
import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../contracts/language.ts';
import type { MediaRatio } from '../contracts/media-formats.ts';
import { moneyText } from '../domain/costs/money.ts';
import { type Say, sayIn } from './messages.ts';

export interface MediaRequest {
  readonly assetId: string;
  /** Empty where the text beside it says all. */
  readonly alt: string;
  /** The shape to show, where the asset has it. */
  readonly ratio?: MediaRatio | undefined;
}

export interface OutputSettings {
  readonly language: Language;
  /** IANA name of the zone that times are told in: that of the campaign's people. */
  readonly timeZone: string;
  readonly brand: string;
  readonly website?: string | undefined;
  /** For the media, in the client's own currency. */
  readonly budget?: { readonly amount: number; readonly currency: string } | undefined;
  /** A picture or a film with its controls, from wherever this reader has files. */
  readonly media: (request: MediaRequest) => ReactNode;
  /** Another shape of a work by its name, such as 4:5; with the way to it, where there is one. */
  readonly shape: (assetId: string, ratio: MediaRatio) => ReactNode;
}

export interface OutputContext extends OutputSettings {
  readonly say: Say;
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Of a share from 0 to 1. */
  readonly percent: (share: number) => string;
  readonly money: (amount: number, currency: string) => string;
  readonly date: (iso: string, options: Intl.DateTimeFormatOptions) => string;
}

/** How each language writes days and numbers. */
export const locales = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

/** Adds the words and formats of the language. */
export function outputContext(settings: OutputSettings): OutputContext {
  const { language, timeZone } = settings;
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locales[language], options).format(value);
  return {
    ...settings,
    say: sayIn(language),
    number,
    percent: (share) => number(share, { style: 'percent' }),
    money: (amount, currency) => moneyText(amount, currency, language),
    date: (iso, options) => new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(new Date(iso)),
  };
}

const Context = createContext<OutputContext | undefined>(undefined);
export const OutputProvider = Context.Provider;

export function useOutput(): OutputContext {
  const context = useContext(Context);
  if (!context)
    throw new Error('An output is drawn inside of an OutputProvider, which knows the reader and the brand.');
  return context;
}
