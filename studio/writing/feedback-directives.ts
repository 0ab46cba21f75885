// Understands what people ask for when they send a draft back, in French or English. What it cannot read as a
// direction stays a request, which the composers quote where the reader of the draft will find it.
import type { Language } from '../../shared/contracts/language.ts';
import { firstWords, plainText, unpunctuated } from './plain-text.ts';

export interface Directives {
  readonly shorter: boolean;
  readonly direct: boolean;
  readonly withoutEmoji: boolean;
  /** undefined: nobody said. */
  readonly familiar: boolean | undefined;
  /** What must be spoken of, newest last. */
  readonly mentions: readonly string[];
  /** What the text shall do, as an infinitive: "rassurer sur les délais". */
  readonly intentions: readonly string[];
  /** What was asked for in other words, newest last. */
  readonly requests: readonly string[];
}

const SHORTER =
  /plus (?:court|bref|concis|ramass)|raccourci|trop long|shorter|too long|concise|cut it down|tighten|briefer/iu;
const DIRECT = /plus (?:direct|percutant|franc|incisif)|droit au but|more direct|punchier|punchy|to the point|bolder/iu;
const NO_EMOJI =
  /(?:sans|pas d['’e]|moins d['’e]|aucun|retire[rz]?|enlève[rz]?|supprime[rz]?)\s*(?:les?\s+|des?\s+)?(?:é|e)mo(?:ji|tic)|(?:no|without|remove|fewer|drop)\s+(?:the\s+|any\s+)?emoji/iu;
const FAMILIAR = /tuto(?:yer|ie|iement|yez)|dis(?:ons)? tu\b/iu;
const FORMAL = /vouvo(?:yer|ie|iement|yez)/iu;
const MENTION =
  /(?:mentionn(?:er|ez|e|ons)|mention|parl(?:er|ez|e|ons)(?: plus| aussi)* (de la |de l['’]|du |des |de |d['’])|évoqu(?:er|ez|e)|insist(?:er|ez|e) sur|mett(?:re|ez|s) en avant|ajout(?:er|ez|e)|talk (?:more )?about|speak of|highlight|emphasi[sz]e|stress|include|add)\s*(?:the fact that |le fait que )?([^.;!?\n]+)/giu;
const INTENTION =
  /^(?:(?:le|ce|les|ces|notre|nos) \p{L}+ (?:doit|doivent|devrait|devraient) |il faut(?:drait)? |(?:the|this|our|these) \p{L}+ (?:must|should|has to|have to|needs? to) |please )(?:plus |aussi |also )?(\p{L}+(?:er|ir|re)(?=\s)[^.!?\n]+|(?<=(?:must|should|to|please) )\p{L}+\s[^.!?\n]+)/iu;
const LONGEST_TOPIC = 90;

export function readDirectives(feedback: readonly string[], language: Language): Directives {
  const all = feedback.map((entry) => plainText(entry, language)).filter(Boolean);
  const addresses = all.filter((entry) => FAMILIAR.test(entry) || FORMAL.test(entry));
  const newestAddress = addresses.at(-1);
  const intention = (entry: string) => unpunctuated(firstWords(entry.match(INTENTION)?.[1] ?? '', 120));
  const request = (entry: string) => unpunctuated(firstWords(entry, 160));
  const others = all.filter((entry) => !isUnderstood(entry));
  return {
    shorter: all.some((entry) => SHORTER.test(entry)),
    direct: all.some((entry) => DIRECT.test(entry)),
    withoutEmoji: all.some((entry) => NO_EMOJI.test(entry)),
    familiar: newestAddress === undefined ? undefined : FAMILIAR.test(newestAddress),
    mentions: [...new Set(all.flatMap(topicsOf))].slice(-3),
    intentions: [...new Set(others.map(intention).filter(Boolean))].slice(-2),
    requests: [
      ...new Set(
        others
          .filter((entry) => !intention(entry))
          .map(request)
          .filter(Boolean),
      ),
    ].slice(-2),
  };
}

/** "parle du pain" asks for "le pain": the article hidden in the preposition comes back. */
const ARTICLES: Readonly<Record<string, string>> = {
  'de la ': 'la ', "de l'": 'l’', 'de l’': 'l’', 'du ': 'le ', 'des ': 'les ',
}; // biome-ignore format: a table
const topicOf = ([, preposition = '', topic = '']: RegExpMatchArray): string =>
  `${ARTICLES[preposition.toLowerCase()] ?? ''}${topic}`;

function topicsOf(entry: string): readonly string[] {
  return [...entry.matchAll(MENTION)]
    .map((match) => unpunctuated(firstWords(topicOf(match), LONGEST_TOPIC)))
    .filter((topic) => topic.length > 1 && !NO_EMOJI.test(topic));
}

function isUnderstood(entry: string): boolean {
  return (
    [SHORTER, DIRECT, NO_EMOJI, FAMILIAR, FORMAL].some((pattern) => pattern.test(entry)) || topicsOf(entry).length > 0
  );
}
