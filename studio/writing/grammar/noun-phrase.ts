// A noun phrase and its forms. Sentences ask for the form they need ("les paniers", "de paniers", "your boxes"), so that
// agreement is decided here once. What a phrase does not tell (the gender of a bare noun) is never guessed into a sentence.
import genders from 'french-words-gender-lefff/dist/words.json' with { type: 'json' };
import type { Language } from '../../../shared/contracts/language.ts';
import { asPattern } from '../plain-text.ts';

export interface NounPhrase {
  /** As it follows a verb: "des paniers de légumes", "a guided tour". */
  readonly whole: string;
  /** With a definite article: "les paniers de légumes", "the guided tour". Names stay bare. */
  readonly definite: string;
  /** Without any article: "paniers de légumes", "guided tour". */
  readonly bare: string;
  /** The reader's own: "[votre|ton] panier", "your guided tour"; the definite form where that cannot be known. */
  readonly yours: string;
  /** For a second mention: "ces paniers", "this tour". Names stay as they are. */
  readonly again: string;
  readonly plural: boolean;
}

const FRENCH_DETERMINER =
  /^(?:(un|une|des|du|de la|le|la|les|nos|notre|ce|cette|cet|ces|\d[\d\s\u00a0\u202f]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)\s+|(de l[’']|l[’'])(?=\S))/iu;
const ENGLISH_DETERMINER =
  /^(a|an|the|our|this|these|some|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s+/iu;

export const nounPhrase = (text: string, language: Language): NounPhrase =>
  language === 'fr' ? frenchPhrase(text) : englishPhrase(text);

type Gender = 'plural' | 'feminine' | 'masculine';

/** 42,000 nouns with their gender, M or F (Lefff). */
const lexicon: Readonly<Record<string, string>> = genders;

const GENDER_OF: Readonly<Record<string, Gender>> = {
  un: 'masculine', du: 'masculine', le: 'masculine', ce: 'masculine', cet: 'masculine', une: 'feminine', 'de la': 'feminine', la: 'feminine', cette: 'feminine',
  des: 'plural', les: 'plural', nos: 'plural', ces: 'plural',
}; // biome-ignore format: a table

function frenchPhrase(text: string): NounPhrase {
  const match = text.match(FRENCH_DETERMINER);
  const determiner = (match?.[1] ?? match?.[2] ?? '').toLowerCase().replace("'", '’').trim();
  const bare = text.slice(match?.[0].length ?? 0);
  if (!determiner && /^\p{Lu}/u.test(text))
    return { whole: text, definite: text, bare, yours: text, again: text, plural: false };
  const counted = /^\d|^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente)$/u.test(determiner);
  const gender = counted ? 'plural' : (GENDER_OF[determiner] ?? genderOf(bare));
  const isWritten = determiner && !['notre', 'nos'].includes(determiner);
  const forms = frenchForms(counted ? text : bare, gender);
  return { ...forms, bare, whole: isWritten ? text : forms.whole, again: again(bare, gender) };
}

function frenchForms(bare: string, gender: Gender): Omit<NounPhrase, 'bare' | 'again'> {
  const elided = startsWithVowel(bare);
  if (gender === 'plural')
    return { whole: `des ${bare}`, definite: `les ${bare}`, yours: `[vos|tes] ${bare}`, plural: true };
  const [indefinite, article, owned] =
    gender === 'feminine' ? ['une', 'la', elided ? 'ton' : 'ta'] : ['un', 'le', 'ton'];
  return {
    whole: `${indefinite} ${bare}`,
    definite: elided ? `l’${bare}` : `${article} ${bare}`,
    yours: `[votre|${owned}] ${bare}`,
    plural: false,
  };
}

/** "ces paniers" after "des paniers de légumes": the noun, with the adjective that stands before it. A name is said again. */
function again(bare: string, gender: Gender): string {
  if (/^\p{Lu}/u.test(bare)) return frenchForms(bare, gender).definite;
  const [first = bare, second] = bare
    .replace(/[,;:(«].*$/u, '')
    .trim()
    .split(/\s+/u);
  const isBefore =
    /^(?:petite?s?|grande?s?|nouve(?:au|aux|lle|lles)|premi[eè]re?s?|bonne?s?|beaux?|belles?|jeunes?|gros|vieux|vieille?s?|vieil|longs?|doubles?|demi|mini|super|prochaine?s?|dernière?s?|\d+(?:ers?|[èe]res?|[èe]mes?|es?))$/iu.test(
      first,
    );
  const noun = isBefore && second ? `${first} ${second}` : first;
  if (gender === 'plural') return `ces ${noun}`;
  return gender === 'feminine' ? `cette ${noun}` : `${startsWithVowel(noun) ? 'cet' : 'ce'} ${noun}`;
}

const SINGULAR_IN_S =
  /^(?:temps|rendez-vous|cours|repas|bras|concours|avis|colis|tapis|bus|pass|accès|palais|mois|prix|choix|voix|jus|os|riz|campus|secours|parcours|bois|poids|permis|devis|congrès|relais|rubis|matelas|gaz|noix|croix|paix|perdrix|bonus|cursus|virus)$/iu;
/** What its ending tells of a noun that the lexicon does not know, often one of another language. */
const FEMININE_ENDING =
  /(?:tion|sion|aison|té|ure|ance|ence|ette|elle|esse|ise|ade|ère|euse|rice|ine|otte|ie|ée|box|app|appli|lettre|newsletter)$|^(?:mode|page)$/iu;

function genderOf(bare: string): Gender {
  const [noun = ''] = bare.split(/\s/u, 1);
  if (/[sx]$/iu.test(noun) && !SINGULAR_IN_S.test(noun)) return 'plural';
  const [known] = [noun, noun.split('-')[0] ?? ''].flatMap((word) => lexicon[word.toLowerCase()] ?? []);
  const isFeminine = known ? known === 'F' : FEMININE_ENDING.test(noun);
  return isFeminine ? 'feminine' : 'masculine';
}

/** The article that the brief itself puts before a noun, if it uses the word elsewhere. */
export function withWrittenArticle(thing: string, brief: string): string {
  const [noun = ''] = thing.split(/\s/u, 1);
  if (noun.length < 3 || FRENCH_DETERMINER.test(thing)) return thing;
  if (/^\p{Lu}/u.test(thing)) {
    const named = brief.match(new RegExp(`(?<!\\p{L})(la |le |les |l[’'])${asPattern(thing)}(?!\\p{L})`, 'u'))?.[1];
    return `${named ?? ''}${thing}`;
  }
  const before = (pattern: string) =>
    brief.match(new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'iu'))?.[1]?.toLowerCase();
  // "au panier du samedi": what the brief itself takes for known is spoken of as known.
  const known = /\s(?:du|de la|de l[’']|des)\s?\S/u.test(thing) && before(`(au|le|la)\\s${asPattern(thing)}`);
  if (known) return `${known === 'la' ? 'la' : 'le'} ${thing}`;
  const article = before(`(une?|la|le|cette|cet?|du|les|des|nos) (?:\\p{L}+ )?${asPattern(noun)}`);
  const gender = article && GENDER_OF[article];
  if (!gender) return thing;
  return `${gender === 'plural' || article === 'nos' ? 'des' : gender === 'feminine' ? 'une' : 'un'} ${thing}`;
}

function englishPhrase(whole: string): NounPhrase {
  const match = whole.match(ENGLISH_DETERMINER);
  const determiner = (match?.[1] ?? '').toLowerCase();
  const isWritten = determiner !== '' && determiner !== 'our';
  const counted = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/u.test(determiner);
  const bare = counted ? whole : whole.slice(match?.[0].length ?? 0);
  const isName = !match && /^\p{Lu}[\p{Ll}\d]/u.test(whole);
  const [head = bare] = bare.split(
    /\s(?:of|for|with|from|in|at|on|to|that|who|by|about|between|against|under|over|without)\s|(?<=\p{Ll})\s(?=\p{Lu})/u,
    1,
  );
  // "free webinar Payroll without panic": a title after its noun makes it the one of that name.
  const isTitled = /^\p{Ll}/u.test(bare) && /^\s\p{Lu}/u.test(bare.slice(head.length));
  const plural = counted || /[^su]s$|people$|men$/iu.test(head);
  const one = `${/^[aeiou]/iu.test(bare) ? 'an' : 'a'} ${bare}`;
  const indefinite = isTitled ? `the ${bare}` : !plural && isCountable(head) ? one : bare;
  const noun = head.trim().split(/\s+/u).at(-1) ?? bare;
  const again = /^\p{Lu}\p{Ll}/u.test(bare) ? `the ${bare}` : `${plural ? 'these' : 'this'} ${noun}`;
  return {
    whole: isWritten || isName ? whole : indefinite,
    // "Order candles", "all about tidal energy": what no article made known is spoken of without one.
    definite: isName || (!match && !isTitled && (plural || !isCountable(head))) ? bare : `the ${bare}`,
    bare,
    yours: isName ? whole : `your ${bare}`,
    again: isName ? whole : again,
    plural,
  };
}

const isCountable = (head: string): boolean =>
  /(?:app|tour|visit|demo|talk|chat|checkup|night|stay|pass|dinner|lunch|breakfast|brunch|concert|coffee|meal|room|seat|ticket|bike|house|home|boat|haircut|massage|fitting|tyre change|course|class|workshop|subscription|appointment|membership|table|box|trial|watch|guide|job|position|petition|festival|exhibition|session|check-up|consultation|inspection|quote|check|survey|estimate|lesson|webinar|seminar|conference|event|term|set|kit|card|retreat|tasting|evening|walk|fair|market|show)$/iu.test(
    head,
  );

const ASPIRATED =
  /^(?:hach|haie|hall|halt|hamac|hameau|hand|hangar|haras|hard|hareng|haricot|harnais|harp|hasard|hât|hauss|haut|hérisson|héros|hibou|hockey|holland|homard|hongr|hont|hors|hublot|huit|hurl|hutte)/iu;

/** Whether French elides before this word: vowels and a mute h, not names in H or "onze", "oui", "yoga". */
export const startsWithVowel = (text: string): boolean =>
  /^[aàâäeéèêëiîïoôöuùûüœ]/iu.test(text)
    ? !/^(?:onz|oui\b|ouistiti|uhlan|un\b(?!\s\p{L}))/iu.test(text)
    : /^h/u.test(text) && !ASPIRATED.test(text);

/** "boulanger de nuit" for "boulangers de nuit", "dental check-up for dogs" for the plural: the words before the first link lose their mark. */
export function singular(bare: string, language: Language): string {
  const [head = bare] = bare.split(
    /\s(?=(?:de|du|des|à|au|aux|en|pour|avec|sans|sur|for|of|with|in|at|on|from|to|about|between|against|under|over|without)\s|d[’'])/iu,
    1,
  );
  const rest = bare.slice(head.length);
  const words = head.split(' ');
  // An English plural is the last word of its head; French marks the adjectives too.
  const one = words.map((word, index) =>
    language === 'fr' || index === words.length - 1 ? unmarked(word, language) : word,
  );
  return `${one.join(' ')}${rest}`;
}

function unmarked(word: string, language: Language): string {
  if (SINGULAR_IN_S.test(word) || /ss$|^\p{Lu}+$/u.test(word)) return word;
  if (language === 'fr') return word.replace(/aux$/iu, 'al').replace(/(?<=\p{L})[sx]$/iu, '');
  return word.replace(/ies$/iu, 'y').replace(/(?<=[^siu])s$/iu, '');
}

/** The thing with one of it: "un entretien annuel" for "des entretiens annuels". A name, or a counted thing, stays as it is. */
export function oneOf(text: string, language: Language): string {
  const { plural, bare } = nounPhrase(text, language);
  if (!plural || !/^\p{Ll}/u.test(bare)) return text;
  const one = singular(bare, language);
  return language === 'fr' ? one : `${/^[aeiou]/iu.test(one) ? 'an' : 'a'} ${one}`;
}
