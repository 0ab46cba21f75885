// The one question by which an answer that does not fit is mended: what was asked, what came, what is wrong with it and where.
import type { Language } from '../../contracts/language.ts';
import type { TextRequest } from '../../models/model.ts';
import { asData } from '../../models/prompt-data.ts';
import type { Fault, InvalidReading } from './answer-reading.ts';

/** More faults than this are told by their first ones: whoever mends those sees the others. */
const MOST_FAULTS = 20;
/** A longer answer is told by its faulty places alone. */
const LONGEST_ANSWER = 60_000;

/**
 * The request with the last answer and its faults in place of nothing: no history, however often was asked before. What the model wrote is
 * fenced like everything that others wrote.
 */
export function repairRequest<Request extends TextRequest>(request: Request, reading: InvalidReading): Request {
  const { language } = request.source;
  const json = JSON.stringify(reading.value) ?? '';
  const told = [
    introductions[language],
    asData(
      'faults',
      reading.faults.slice(0, MOST_FAULTS).map((fault) => withValue(fault, reading.value)),
      language,
    ),
    ...(json === '' || json.length > LONGEST_ANSWER ? [] : [asData('last-answer', reading.value, language)]),
    closings[language],
  ];
  return { ...request, prompt: [request.prompt, ...told].join('\n\n') };
}

/** A fault with what stands at its place, cut: a model mends what it sees. */
function withValue({ pointer, detail }: Fault, value: unknown): object {
  const found = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
      value,
    );
  const isSmall = found !== undefined && pointer !== '#' && JSON.stringify(found).length <= 400;
  return { at: pointer, problem: detail, ...(isSmall ? { value: found } : {}) };
}

const introductions: Record<Language, string> = {
  fr: 'Une réponse a déjà été écrite pour cette demande, mais elle ne convient pas. Voici ses défauts, chacun avec son emplacement (pointeur JSON) et, quand elle est courte, la valeur fautive, puis la réponse elle-même.',
  en: 'An answer to this request was already written, but it does not fit. Here are its faults, each with its place (a JSON pointer) and the wrong value where it is short, then the answer itself.',
};
const closings: Record<Language, string> = {
  fr: 'Rends la réponse entière, corrigée : chaque défaut disparaît, et ce qui convenait reste mot pour mot. Du JSON seul, sans rien autour.',
  en: 'Give the whole answer, corrected: every fault gone, and what was right kept word for word. JSON alone, with nothing around it.',
};
