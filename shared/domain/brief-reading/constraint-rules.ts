// How people write what the texts must and must not do: a rule for each kind of constraint, in both languages.
import type { Constraint } from '../../contracts/brief-reading.ts';
import { weekdayNumber, weekdayPattern } from './dates/weekday-names.ts';
import { wordPattern } from './word-pattern.ts';

export interface ConstraintRule {
  readonly kind: Constraint['kind'];
  readonly pattern: RegExp;
  readonly value?: (match: RegExpExecArray) => string | undefined;
  readonly replacement?: (match: RegExpExecArray) => string | undefined;
}

const NO = `(?:pas d(?:e |')|sans (?:aucune? )?|z[ée]ro |aucune? |jamais d(?:e |')|ni |[ée]viter? (?:les |l'|le |la |tout |toute )?|bannir (?:les |l')?|no |zero |without (?:any )?|never (?:use )?(?:an? )?|don'?t use (?:any )?|do not use (?:any )?|avoid (?:any )?|n(?:'|e )(?:utilise[rz]? |mett(?:re|ez) )?(?:pas |jamais )d(?:e |'))`;
const COUNT = String.raw`(\d+|une?|one|deux|two|trois|three)(?: seule?| single)?`;
const HASHTAG = String.raw`(?:hashtags?|mots?-cl[ei]cs?|mots?-cl[ée]s? di[èe]se|mots?-di[èe]se|#(?!\p{L}))`;
const EMOJI = `(?:[ée]mojis?|emojis?|smileys?|[ée]motic[ôo]nes?|emoticons?)`;
const EXCLAMATION = `(?:points? d'exclamation|exclamations?(?: marks?| points?)?|!)`;
const SUPERLATIVES = `(?:superlatifs?|superlatives?|hyperboles?|hype|grands mots)`;
const QUOTE = String.raw`[«“"'‘]\s*([^»”"]{1,60}?)\s*[»”"'’](?!\p{L})`;
const MORE_QUOTES = String.raw`((?:\s*(?:,|ou|or|ni|et|and|nor)\s*(?:no |pas de |z[ée]ro )?[«“"'][^»”"]{1,40}?[»”"'])*)`;
const BARE = String.raw`([\p{L}][\p{L}'-]{2,30})`;

const counts: Readonly<Record<string, string>> = {
  un: '1',
  une: '1',
  one: '1',
  deux: '2',
  two: '2',
  trois: '3',
  three: '3',
};
const one = (match: RegExpExecArray) =>
  match
    .slice(1)
    .find((group) => group !== undefined)
    ?.trim();
const count = (match: RegExpExecArray): string => {
  const written = one(match) ?? '';
  return counts[written.toLowerCase()] ?? written;
};
const regex = (source: string) => wordPattern(new RegExp(source, 'iu'));

export const constraintRules: readonly ConstraintRule[] = [
  { kind: 'say-tu', pattern: regex(String.raw`(?<!\b(?:pas|jamais|sans|aucun|[ée]viter|z[ée]ro) (?:de |le )?)\b(?:on |nous )?tuto(?:ie|yer|yons|iement)\b(?! (?:pas|jamais))|(?<!\bne )\b(?:pas|jamais) (?:de )?vouvo(?:yer|iement)\b|\b(?:dire |le )?« ?tu ?»|\btu (?:[àa] (?:nos|vos)|de rigueur)|\bton copain\b|\bcopain\b.{0,12}\bton\b|(?:^|[,;.]\s*)(?:le )?tu(?=\s*(?:[,;.]|$))`) },
  { kind: 'say-vous', pattern: regex(String.raw`(?<!\b(?:pas|jamais|sans|aucun|[ée]viter|z[ée]ro) (?:de |le )?)\bvouvo(?:ie|yer|yons|iement)\b(?! (?:pas|jamais))|\btuto(?:ie|yons|yer) (?:pas|jamais)\b|\b(?:pas|jamais|sans|aucun|[ée]viter) (?:de |le )?tuto(?:iement|yer)\b|\bvous de politesse\b|\b« ?vous ?»|\bton institutionnel\b|(?:^|[,;.]\s*)(?:le )?vous(?=\s*(?:[,;.]|$))`) },
  { kind: 'most-hashtags', pattern: regex(String.raw`(?:max(?:imum|\.)?|au plus|pas plus de|at most|no more than|up to|not more than)\s*${COUNT}\s*${HASHTAG}|\b${COUNT}\s*${HASHTAG}\s*(?:max(?:imum)?|au plus|at most)`), value: count },
  { kind: 'no-hashtags', pattern: regex(`${NO}${HASHTAG}|hashtag-free`) },
  { kind: 'most-emoji', pattern: regex(String.raw`(?:max(?:imum|\.)?|au plus|pas plus d(?:e |')|at most|no more than|up to)\s*${COUNT}\s*${EMOJI}|\b${COUNT}\s*${EMOJI}\s*(?:max(?:imum)?|au plus|at most)`), value: count },
  { kind: 'no-emoji', pattern: regex(`${NO}${EMOJI}|emoji-free`) },
  { kind: 'no-exclamation', pattern: regex(`${NO}${EXCLAMATION}`) },
  { kind: 'no-superlatives', pattern: regex(`${NO}${SUPERLATIVES}`) },
  { kind: 'no-prices', pattern: regex(String.raw`(?:ne |n')?(?:parle[rz]? |mentionne[rz]? |donne[rz]? |affiche[rz]? |cite[rz]? )?(?:pas|jamais) (?:de |d'|les? |du )?(?:prix|tarifs?)\b|\bsans (?:prix|tarifs?)\b|\b(?:don'?t|do not|never) (?:mention|talk about|show|state|quote|say) (?:the |any |our )?(?:cost|costs|price|prices|pricing)|\bno (?:prices?|pricing)\b`) },
  { kind: 'plain-words', pattern: regex(`plain (?:english|language|words)|no jargon|jargon-free|sans jargon|pas de jargon|langage (?:simple|clair)|fran[çc]ais (?:simple|clair)|phrases courtes|short sentences|mots simples`) },
  { kind: 'say-instead', pattern: regex(String.raw`(?:never say|not|don'?t say|ne (?:jamais |pas )?dire|pas|on ne dit pas|ne dites pas)\s*${QUOTE}\s*,?\s*(?:we say|but|say|mais(?: plut[ôo]t)?|on dit|dites|plut[ôo]t)\s*${QUOTE}`), value: (match) => match[1], replacement: (match) => match[2] },
  { kind: 'say-instead', pattern: regex(String.raw`(?:say|dire|use|utiliser|employer)\s*${QUOTE}\s*(?:instead of|rather than|not|plut[ôo]t que|au lieu de|et (?:pas|non)|never|jamais)\s*${QUOTE}`), value: (match) => match[2], replacement: (match) => match[1] },
  { kind: 'never-say', pattern: regex(String.raw`(?:ne (?:jamais|pas|surtout pas) (?:dire|[ée]crire|utiliser|employer|mentionner|prononcer)|jamais(?: dire| [ée]crire| le mot| les mots)*|(?:ne )?(?:dites|dis) (?:jamais|pas)|on ne dit (?:jamais|pas)|[ée]viter (?:le mot|les mots|le terme|l'expression|de dire)|bannir (?:le mot|les mots)|interdits?\s*:|mots? interdits?\s*:?|sans (?:dire |le mot )|(?:we )?never (?:say|use|write|mention)(?: the words?)?|do(?:n'?t| not) (?:say|use|write|mention)(?: the words?)?|avoid (?:the words?|saying)|banned words?\s*:?|no(?:t)? (?:the )?word)\s*${QUOTE}${MORE_QUOTES}`), value: (match) => match[1] },
  { kind: 'never-say', pattern: regex(String.raw`\b(?:no|zero|pas de|z[ée]ro|aucune?|jamais de)\s*${QUOTE}${MORE_QUOTES}`), value: (match) => match[1] },
  { kind: 'never-say', pattern: regex(String.raw`(?:ne jamais dire|ne pas dire|ne jamais utiliser le mot|(?:ne )?jamais (?:dire |[ée]crire )?le mot|[ée]viter le mot|bannir le mot|pas le mot|sans le mot|never say|never use the word|don'?t (?:say|use the word)|avoid the word|do not (?:say|use the word))\s+${BARE}(?=\s*(?:[.,;!?()]|$|(?:and|or|et|ou|car|parce|because|please|svp|pls)(?!\p{L})))`), value: one },
  { kind: 'must-mention', pattern: regex(String.raw`(?:toujours (?:citer|mentionner|dire|[ée]crire|rappeler)|mentionner (?:toujours|obligatoirement)|mention obligatoire\s*:|obligatoire\s*:|always (?:mention|say|include|write)|must (?:mention|include|say)|be sure to mention|n'oublie[rz] pas de (?:mentionner|citer))\s*(?:the words? |la mention |le mot )?(?:${QUOTE}|([^.;,!?\n]{2,80}))`), value: one },
  { kind: 'must-mention', pattern: regex(String.raw`^(.{10,160}?)\s*(?:=>|->|→|\()\s*mention (?:l[ée]gale )?obligatoire\)?\s*$`), value: one },
  { kind: 'variety', pattern: regex(String.raw`\b(?:US|american)[- ](?:english|spelling)\b|\banglais am[ée]ricain\b`), value: () => 'en-US' },
  { kind: 'variety', pattern: regex(String.raw`\b(?:UK|british)[- ](?:english|spelling)\b|\banglais britannique\b`), value: () => 'en-GB' },
  { kind: 'variety', pattern: regex(String.raw`\bcanadian (?:english|spelling)\b`), value: () => 'en-CA' },
  { kind: 'variety', pattern: regex(String.raw`\bfran[çc]ais (?:du qu[ée]bec|qu[ée]b[ée]cois|canadien)\b|\bqu[ée]b[ée]cois(?:e)? (?:de|du|dans) |\bquebec french\b|\b[àa] la qu[ée]b[ée]coise\b`), value: () => 'fr-CA' },
  { kind: 'variety', pattern: regex(String.raw`\bfran[çc]ais (?:de )?suisse\b|\bswiss french\b|\bsuisse romand\b`), value: () => 'fr-CH' },
  { kind: 'no-posts-on', pattern: regex(String.raw`(?:rien|pas (?:de publications?|de posts?|de com(?:munication)?)|ne (?:rien )?publie[rz]?(?: rien| pas)?|aucune publication|jamais|no posts?|nothing|don'?t post|do not post|never post|no posting)\s*(?:on |le |les |un |du |every )?(${weekdayPattern})s?\b`), value: (match) => weekday(match[1]) },
  { kind: 'no-posts-on', pattern: regex(String.raw`(?:rien|pas de (?:publications?|posts?)|ne (?:rien )?publie[rz]?(?: rien| pas)?|no posts?|don'?t post|do not post|never post|no posting)\s*(?:on |le |les |pendant le |over the |at )?(?:week-?ends?)\b`), value: () => 'weekend' },
]; // biome-ignore format: a table

/** What must not be spoken of, where no rule of its own knows it: "not allowed to say painless", "ne pas parler du maire". */
export const unsaid: ConstraintRule = {
  kind: 'never-say',
  pattern: regex(
    String.raw`\b(?:(?:not allowed to|must ?n[o']t|may not|can(?:'?t|not)|do(?:n'?t| not)|never|nobody|no one|should ?n[o']t|without) (?:even |ever )?(?:say|use|mention|write|name|claim|promise|advertise|promote|announce|talk about|call (?:it|us|them)(?: an?)?)(?: that (?:it|they|we)(?: is|'s| are|'re)?)?|(?:(?:ne )?(?:surtout )?(?:pas|jamais)|interdi(?:t|ction) (?:de|d')|pas le droit (?:de|d')|[ée]viter (?:de|d')|on ne (?:peut|doit) pas|sans)\s?(?:dire|citer|mentionner|parler(?= d)|[ée]voquer|promettre|nommer|employer))\s+(?:the |any |our |anything about |le |la |les |l'|des |du |de la |de l'|de |d'|nos |notre )?((?!(?:que?|qu'|qui|quand|comment|combien|who|which|what|when|where|how|before|after|avant|apr[èe]s|images?|photos?|pictures?|pics|that|it|them|us|this|cela|[çc]a|rien)(?![\p{L}]))\p{L}[\p{L}'-]*(?: (?:(?:de|du|des|of|Mme|Mlle|Mr|Mrs|Ms|Dr) )*(?!(?:because|parce|puisque|vu|as|since|so|or|and|but|et|ou|car|mais|dans|in|on|sur|please|pls|until|unless|when|while|before|if|tant|jusqu|avant|quand|si|svp)(?![\p{L}]))\p{L}[\p{L}'-]*){0,2})`,
  ),
  value: one,
};

/** "Ne jamais employer : mort, promo", "Interdits : « soldes », le mot SDF", "banned words: cheap, deal". */
export const BANNED_LIST = regex(
  String.raw`(?:(?:ne (?:jamais|pas|surtout pas)|jamais|[ée]viter|bannir|(?:we )?never|do not|don'?t|avoid)\s(?:employer|utiliser|dire|[ée]crire|use|using|say|saying|write)(?: les mots| the words)?|(?:(?:mots?|termes?|words?|terms?|expressions?)\s)?(?:interdite?s?|bannis|proscrits|[àa] (?:[ée]viter|bannir|proscrire)|banned|forbidden|to avoid)(?:\s(?:words?|terms?))?)\s*:\s*(.+)$`,
);
/** Of "le client Airbus" the name must not be said, whatever stands before it. */
export const ROLE =
  /^(?:[Cc]liente?|[Ff]ournisseur|[Pp]artenaire|[Mm]arque|[Cc]oncurrent|[Ss]ponsor|[Ss]oci[ée]t[ée]|[Cc]ustomer|[Ss]upplier|[Pp]artner|[Bb]rand|[Cc]ompetitor)s?\s+(?=\p{Lu})/u;

const weekday = (name = ''): string => String(weekdayNumber(name.replace(/s$/iu, '')));

/** What makes a ban no ban. */
export const DENIED =
  /(?:ne pas (?:oublier|h[ée]siter|l[ée]siner|se priver)|n'oublie[rz]? pas|pas de limite|no limit|don'?t forget|do not forget|feel free|without limit|sans limite)/iu;
