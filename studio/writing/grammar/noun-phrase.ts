// A noun phrase and its forms. Sentences ask for the form they need ("les paniers", "de paniers", "your boxes"), so that
// agreement is decided here once. What a phrase does not tell (the gender of a bare noun) is never guessed into a sentence.
import type { Language } from '../../../shared/contracts/brief.ts';
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
  const gender = counted ? 'plural' : (GENDER_OF[determiner] ?? guessedGender(bare));
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
    /^(?:petite?s?|grande?s?|nouve(?:au|aux|lle|lles)|premi[eè]re?s?|bonne?s?|beaux?|belles?|jeunes?|gros|longs?|doubles?|demi|mini|super|prochaine?s?|dernière?s?)$/iu.test(
      first,
    );
  const noun = isBefore && second ? `${first} ${second}` : first;
  if (gender === 'plural') return `ces ${noun}`;
  return gender === 'feminine' ? `cette ${noun}` : `${startsWithVowel(noun) ? 'cet' : 'ce'} ${noun}`;
}

const SINGULAR_IN_S =
  /^(?:temps|cours|repas|bras|concours|avis|colis|tapis|bus|pass|accès|palais|mois|prix|choix|voix|jus|os|riz|campus|secours|parcours|bois|poids|permis|devis|congrès|relais|rubis|matelas|gaz|noix|croix|paix|perdrix|bonus|cursus|virus)$/iu;
const FEMININE =
  /(?:tion|sion|aison|son|té|ure|ance|ence|ette|elle|esse|ise|ade|ère|euse|rice|ine|otte|ie|ée|che|que|tte|sse|nne|fleur|couleur|main|fin|faim|nuit|box|app|appli|offre|montre|table|place|lampe|robe|carte|chaise|tasse|bière|semaine|gamme|ligne|crème|formule|bague|brosse|course|fête|lettre|école|cave|halle|ferme|friche|serre|toile|valise)$/iu;
const MASCULINE =
  /(?:musée|lycée|trophée|camée|service|site|programme|spectacle|théâtre|poste|guide|contrôle|coffre|meuble|titre|groupe|cercle|compte|livre|cadre|pique-nique|magazine|domaine|vaccin|catalogue|kiosque|diagnostique|casque|disque|masque|pique|moustique|cirque|parc|marché|café|canapé|supermarché|atelier|incendie|génie|foie|parapluie|savon|salon|ballon|avion|camion|concert)$/iu;

/** What its ending tells of a bare noun: most nouns in consonants are masculine, most in "e" that are in neither list feminine. */
function guessedGender(bare: string): Gender {
  const [noun = ''] = bare.split(/\s/u, 1);
  if (/[sx]$/iu.test(noun) && !SINGULAR_IN_S.test(noun)) return 'plural';
  if (MASCULINE.test(noun)) return 'masculine';
  return FEMININE.test(noun) || /(?<!ag|ism|èm|am|om|ogramm|icul|icil|acl|oir|air|èl|ôl)e$/iu.test(noun)
    ? 'feminine'
    : 'masculine';
}

/** The article that the brief itself puts before a noun, if it uses the word elsewhere. */
export function withWrittenArticle(thing: string, brief: string): string {
  const [noun = ''] = thing.split(/\s/u, 1);
  if (noun.length < 3 || FRENCH_DETERMINER.test(thing)) return thing;
  if (/^\p{Lu}/u.test(thing)) {
    const named = brief.match(new RegExp(`(?<!\\p{L})(la |le |les |l[’'])${asPattern(thing)}(?!\\p{L})`, 'u'))?.[1];
    return `${named ?? ''}${thing}`;
  }
  const article = brief
    .match(
      new RegExp(`(?<!\\p{L})(une?|la|le|cette|cet?|du|les|des|nos) (?:\\p{L}+ )?${asPattern(noun)}(?!\\p{L})`, 'iu'),
    )?.[1]
    ?.toLowerCase();
  const indefinite: Record<string, string> = {
    un: 'un',
    ce: 'un',
    du: 'un',
    le: 'un',
    cet: 'un',
    une: 'une',
    la: 'une',
    cette: 'une',
    les: 'des',
    des: 'des',
    nos: 'des',
  };
  return article && indefinite[article] ? `${indefinite[article]} ${thing}` : thing;
}

function englishPhrase(whole: string): NounPhrase {
  const match = whole.match(ENGLISH_DETERMINER);
  const determiner = (match?.[1] ?? '').toLowerCase();
  const isWritten = determiner !== '' && determiner !== 'our';
  const counted = /^\d|^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/u.test(determiner);
  const bare = counted ? whole : whole.slice(match?.[0].length ?? 0);
  const isName = !match && /^\p{Lu}[\p{Ll}\d]/u.test(whole);
  const head = bare.split(/\s(?:of|for|with|from|in|at|on|to|that|who|by)\s/u, 1)[0] ?? bare;
  const plural = counted || /[^su]s$|people$|men$/iu.test(head);
  return {
    whole:
      isWritten || isName
        ? whole
        : !plural && isCountable(head)
          ? `${/^[aeiou]/iu.test(bare) ? 'an' : 'a'} ${bare}`
          : bare,
    definite: isName ? whole : `the ${bare}`,
    bare,
    yours: isName ? whole : `your ${bare}`,
    again: isName ? whole : `${plural ? 'these' : 'this'} ${head.trim().split(/\s+/u).at(-1) ?? bare}`,
    plural,
  };
}

const isCountable = (head: string): boolean =>
  /(?:app|tour|visit|demo|course|class|workshop|subscription|appointment|membership|table|box|trial|watch|guide|job|position|petition|festival|exhibition|session|check-up|consultation)$/iu.test(
    head,
  );

const ASPIRATED =
  /^(?:hach|haie|hall|halt|hamac|hameau|hand|hangar|haras|hard|hareng|haricot|harnais|harp|hasard|hât|hauss|haut|hérisson|héros|hibou|hockey|holland|homard|hongr|hont|hors|hublot|huit|hurl|hutte)/iu;

/** Whether French elides before this word: vowels and a mute h, not names in H or "onze", "oui", "yoga". */
export const startsWithVowel = (text: string): boolean =>
  /^[aàâäeéèêëiîïoôöuùûüœ]/iu.test(text)
    ? !/^(?:onz|oui\b|ouistiti|uhlan|un\b(?!\s\p{L}))/iu.test(text)
    : /^h/u.test(text) && !ASPIRATED.test(text);

/** "boulanger en CDI" for "boulangers en CDI": the noun alone loses its mark. */
export const singular = (bare: string): string =>
  bare.replace(/^\S+/u, (noun) => (SINGULAR_IN_S.test(noun) || /ss$/iu.test(noun) ? noun : noun.replace(/s$/iu, '')));
