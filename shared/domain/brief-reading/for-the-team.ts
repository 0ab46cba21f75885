// What a brief says to those who write the campaign, and not to the public: bans, duties, secrets, wishes. It may steer a text; printed in one it is a blunder.
import { wordPattern } from './word-pattern.ts';

const SAYING_EN = `(?:say|saying|mention|mentioning|use|using|write|name|naming|show|promise|promising|claim|claiming|publish|post|quote|talk about|compare|refer to|call (?:it|them|us|ourselves|this))`;
const SAYING_FR = `(?:dire|parler|mentionner|citer|[ée]voquer|nommer|montrer|promettre|publier|utiliser|employer|[ée]crire|comparer|diffuser|communiquer|sugg[ée]rer|laisser (?:croire|penser|entendre)|faire (?:croire|penser|peur))`;

const BAN = wordPattern(
  new RegExp(
    [
      String.raw`\b(?:not allowed|forbidden|prohibited|off[- ]limits)\b`,
      String.raw`\b(?:can'?t|cannot|won'?t|(?:must|may|could|should|do|does|shall)(?:n'?t| not))\b(?:\s\p{L}+){0,2}\s${SAYING_EN}\b`,
      String.raw`\b(?:never|avoid|without|w\/o|stop)\s(?:ever )?${SAYING_EN}\b`,
      String.raw`\bno (?:mention|claims?|promises?|talk|naming|comparisons?)\b`,
      String.raw`\bno (?:[«"'][^»"']+[»"']|\p{L}+) (?:claims?|comparisons?)\b`,
      String.raw`\b(?:legal|compliance|the (?:council|regulator|boss|lawyers?)|our lawyers?) (?:says?|insists?|wants?|asks?|rules?)\b`,
      String.raw`\b(?:must|have to|need to|should|please|pls)\b(?:\s\p{L}+){0,2}\s(?:say|mention|include|write|show|keep)\b`,
      String.raw`\b(?:ne|n')\s?(?:\p{L}+\s){0,2}?(?:pas|jamais|rien|plus|surtout pas)\s(?:de |d'|en )?${SAYING_FR}\b`,
      String.raw`\b(?:ne|n')\s?(?:parlez|parle|dites|dis|citez|cite|montrez|montre|mentionnez|mentionne|promettez|promets|utilisez|[ée]crivez)\b`,
      String.raw`\b(?:interdit|interdits?|interdite?s?|interdiction|d[ée]fense|pas le droit|hors de question|proscrire|bannir)\b`,
      String.raw`\b[ée]viter (?:de |d'|le mot|les mots|le terme|toute (?:comparaison|allusion|mention|promesse))`,
      String.raw`\bsans ${SAYING_FR}\b`,
      String.raw`\b(?:il faut|on doit|il faudra|merci de|pensez [àa]|penser [àa])\s(?:\p{L}+\s)?${SAYING_FR}\b`,
      String.raw`\b(?:d[ée]ontologie|mention obligatoire|obligation de|neutralit[ée] obligatoire|obligatoire\s*$)`,
    ].join('|'),
    'iu',
  ),
);
const SECRET = wordPattern(
  /\b(?:internal(?:ly)?(?: only)?|confidential|off the record|not for publication|not public|between us|don'?t tell|en interne|usage interne|confidentiel(?:le)?|entre nous|pas public|[àa] ne pas (?:dire|diffuser|publier|communiquer|montrer)|chut|motus|embargo(?:ed)?|hush|under wraps|top secret|to be (?:announced|revealed)|[àa] (?:annoncer|d[ée]voiler|r[ée]v[ée]ler) (?:le|en|plus tard))\b|\(interne?\b/iu,
);
/** What the sender wants, hopes or measures: no reader of a post is told. */
const WISH = wordPattern(
  /\b(?:we (?:want|need|hope|would like|aim|expect|plan)|on (?:en )?(?:veut|voudrait|souhaite|vise|esp[èe]re)|nous (?:voulons|voudrions|souhaitons|visons)|il nous (?:faut|en faut|reste [àa])|objectif\s?:|target\s?:|kpi|churn|roi\b|conversion rate|taux de conversion|occupancy|taux d'occupation|dropping off|drop[- ]?off|market share|parts? de march[ée]|concurren(?:ts?|ce|tes?)|competitors?|position us|must (?:stay|remain|be|have|not)|(?:up|down) (?:by )?\d+\s?%|(?:than|vs\.?) last (?:year|month|season)|par rapport [àa] (?:l'an|l'ann[ée]e)|[ée]viter qu(?:e|'))\b/iu,
);
/** How the texts shall look or sound. */
const STYLE =
  /\b(?:hashtags?|[ée]mojis?|exclamation|tuto(?:ie|yer|yons|iement)|vouvo(?:ie|yer|yons|iement)|jargon|superlati(?:f|ve)s?|guilt[- ]tripping|scare tactics|hard sell|fear[- ]?mongering|pas donneur de leçons)(?![\p{L}])/iu;

/** Whether a clause speaks to the team: no text for the public may repeat it. */
export const isForTheTeam = (clause: string): boolean =>
  [BAN, SECRET, WISH, STYLE].some((pattern) => pattern.test(clause));

/** Whether all of a sentence is to stay among us, whatever its parts say. */
export const isSecret = (clause: string): boolean => SECRET.test(clause);

/** Whether it forbids or demands words: what no rule could be made of, a person is told. */
export const isBan = (clause: string): boolean => BAN.test(clause) && !SECRET.test(clause);
