// What is wrong with a value, in the language of the page: the sentences of a schema are English.
import type { core } from 'zod';
import { currentLanguage, sayFrom } from '../../i18n/messages.ts';
import { outputFieldWords } from './output-fields-messages.ts';

/** `input` is known where the schema was told to report it. */
export function sayIssue(issue: core.$ZodIssue): string {
  const say = sayFrom(outputFieldWords);
  if (typeof issue.input === 'string' && issue.input.trim() === '') return say('empty');
  if (currentLanguage() === 'en') return issue.message;
  if (issue.code === 'too_small') return say(isText(issue) ? 'shortest' : 'least', { count: Number(issue.minimum) });
  if (issue.code === 'too_big') return say(isText(issue) ? 'longest' : 'most', { count: Number(issue.maximum) });
  return say('unfit');
}

const isText = ({ origin }: { readonly origin: string }): boolean => origin === 'string';
