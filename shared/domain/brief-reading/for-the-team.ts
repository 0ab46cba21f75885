// What a brief says to those who write the campaign, and not to the public: bans, duties, secrets, wishes. It may steer a text; printed in one it is a blunder.
import { wordPattern } from './word-pattern.ts';

const SAYING_EN = `(?:say|saying|mention|mentioning|use|using|write|name|naming|show|promise|promising|claim|claiming|publish|post|quote|talk about|compare|refer to|advertise|announce|imply|call (?:it|them|us|ourselves|this))`;
const SAYING_FR = `(?:dire|parler|mentionner|citer|[ée]voquer|nommer|montrer|promettre|publier|utiliser|employer|[ée]crire|comparer|diffuser|communiquer|sugg[ée]rer|annoncer|d[ée]voiler|r[ée]v[ée]ler|faire la (?:pub|promo|publicit[ée])|prendre parti|laisser (?:croire|penser|entendre)|faire (?:croire|penser|peur))`;

const BAN = wordPattern(
  new RegExp(
    [
      String.raw`\b(?:not allowed|forbidden|prohibited|off[- ]limits)\b`,
      String.raw`\b(?:can'?t|cannot|won'?t|(?:must|may|could|should|do|does|shall)(?:n'?t| not))\b(?:\s\p{L}+){0,2}\s${SAYING_EN}\b`,
      String.raw`\b(?:never|avoid|without|w\/o|stop)\s(?:ever )?${SAYING_EN}\b`,
      String.raw`\bno (?:mention|claims?|promises?|talk|naming|comparisons?|guarantees?|attacks?|names|before\/afters?|before[- ](?:and[- ])?after)\b`,
      // What people may not do is said to those who write, whatever the verb.
      String.raw`\b(?:rules?|guidelines?|law|regulations?|r[èe]gles?|r[ée]glementation|l[ée]gislation|loi)\s?:`,
      String.raw`\bwe (?:can'?t|cannot|may not|must not|mustn'?t|are not (?:allowed|permitted)|aren'?t allowed)\b`,
      // An infinitive that denies is an order: "ne pas prendre parti".
      String.raw`^(?:(?:nb|n\.b\.|attention|important|note)\s?:?\s?)?(?:surtout )?ne (?:surtout )?(?:pas|jamais)\s(?!se |s'|oublier|h[ée]siter|manquer|rater)\p{L}+(?:er|ir|re)\b`,
      String.raw`(?:\bmais|\bet|,)\s(?:surtout )?ne (?:surtout )?(?:pas|jamais)\s(?!se |s'|oublier|h[ée]siter|manquer|rater)\p{L}+(?:er|ir|re)\b`,
      String.raw`\b(?:make (?:that|it|this) clear|(?:take|leave) (?:that|this|it) out|enlevez|retirez (?:ça|cela)|(?:bien )?pr[ée]cise[rz] bien|insiste[rz] (?:bien )?(?:sur|l[àa]-dessus))\b`,
      String.raw`\b(?:don'?t|do not|never|not)\s(?:sound|come across|look|make it (?:sound|look)|push|oversell|overdo|lead with|focus on|feature|go on about)\b`,
      String.raw`(?<![\p{L}])(?:(?:pas|sans) (?:trop )?(?:insister|pousser|en faire (?:trop|des tonnes))|n'insiste[rz]? pas|pas la peine d'en parler)\b`,
      String.raw`(?<![\p{L}])(?:pas|jamais|please don'?t|rather not|rather you didn'?t)\s(?:en )?(?:${SAYING_FR}|${SAYING_EN})\b`,
      String.raw`\bno (?:[«"'][^»"']+[»"']|\p{L}+) (?:claims?|comparisons?)\b`,
      String.raw`\b(?:legal|compliance|the (?:council|regulator|boss|lawyers?)|our lawyers?) (?:says?|insists?|wants?|asks?|rules?)\b`,
      String.raw`\b(?:must|have to|need to|should|please|pls)\b(?:\s\p{L}+){0,2}\s(?:say|mention|include|write|show|keep)\b`,
      String.raw`\b(?:ne|n')\s?(?:\p{L}+\s){0,2}?(?:pas|jamais|rien|plus|surtout pas)\s(?:de |d'|en )?${SAYING_FR}\b`,
      String.raw`\b(?:ne|n')\s?(?:parlez|parle|dites|dis|citez|cite|montrez|montre|mentionnez|mentionne|promettez|promets|utilisez|[ée]crivez)\b`,
      String.raw`\b(?:interdit|interdits?|interdite?s?|interdiction|d[ée]fense|pas le droit|hors de question|proscrire|bannir)\b`,
      String.raw`\b[ée]viter (?:de |d'|le mot|les mots|le terme|toute (?:comparaison|allusion|mention|promesse))`,
      String.raw`\bsans ${SAYING_FR}\b`,
      String.raw`\b(?:pas|aucune?|jamais) (?:de |d')?(?:pub(?:licit[ée])?s?|r[ée]clame|slogans?|discours|clich[ée]s?|photos? (?:choc|de stock|de patients?|avant))(?![\p{L}])`,
      String.raw`\bno (?:(?:aggressive|pushy|cheesy|hard|loud) )?(?:ads?|advertising|adverts?|slogans?|sales talk|stock (?:photos?|pics|images))\b`,
      String.raw`\bordre des (?:chirurgiens-)?(?:dentistes|m[ée]decins|avocats|pharmaciens|architectes|v[ée]t[ée]rinaires|sages-femmes)(?![\p{L}])\s*!*$`,
      String.raw`\b(?:il faut|on doit|il faudra|merci de|pensez [àa]|penser [àa])\s(?:\p{L}+\s)?${SAYING_FR}\b`,
      String.raw`\b(?:d[ée]ontologie|mention obligatoire|obligation de|neutralit[ée] obligatoire|obligatoire\s*$)`,
    ].join('|'),
    'iu',
  ),
);
const SECRET = wordPattern(
  /\b(?:internal(?:ly)?(?: only)?|confidential|off the record|not for publication|not public|between us|don'?t tell|en interne|usage interne|confidentiel(?:le)?|entre nous|pas public|[àa] ne pas (?:dire|diffuser|publier|communiquer|montrer)|(?<!(?:recettes?|sauce|jardin|ingr[ée]dient|formule|passage|code|top|notre|nos|our|victoria's) )secr[eèé]te?s?\b(?! (?:de (?:fabrication|famille)|family|recipe|garden|santa|ingredient|sauce|formula|cinema|menu|bar)\b)|ne le dites pas|not (?:yet )?(?:confirmed|announced)(?: yet)?|pas encore (?:confirm[ée]e?s?|annonc[ée]e?s?|public|officiel(?:le)?)|staff only|keep (?:it|this|that) (?:quiet|secret|private|to yourself|under)|(?:discreetly|quietly|en douce|discr[èe]tement|en toute discr[ée]tion)\s*$|chut|motus|embargo(?:ed)?|hush|under wraps|top secret|to be (?:announced|revealed)|[àa] (?:annoncer|d[ée]voiler|r[ée]v[ée]ler) (?:le|en|plus tard))\b|\(interne?\b|^(?:interne|priv[ée]|private)\s?:/iu,
);
/** What the sender wants, hopes or measures: no reader of a post is told. */
const WISH = wordPattern(
  /\b(?:(?:I|i'd|I would|I'm|we'd) (?:want|need|like|love|hop(?:e|ing))|je (?:veux|voudrais|souhaite|vise|cherche|pense|dirais)|j'aimerais|we (?:want|need|hope|would like|aim|expect|plan)|on (?:en )?(?:veut|voudrait|souhaite|vise|esp[èe]re)|nous (?:voulons|voudrions|souhaitons|visons)|il nous (?:faut|en faut|reste [àa])|(?:il )?(?:faut|faudrait) qu(?:e\b|')|objectif\s?:|target\s?:|kpi|churn|roi\b|conversion rate|taux de conversion|occupancy|taux d'occupation|dropping off|drop[- ]?off|market share|parts? de march[ée]|concurren(?:ts?|ce|tes?)|competitors?|position us|must (?:stay|remain|be|have|not)|(?:up|down) (?:by )?\d+\s?%|(?:than|vs\.?) last (?:year|month|season)|par rapport [àa] (?:l'an|l'ann[ée]e)|[ée]viter qu(?:e|'))\b/iu,
);
/** How the texts shall look or sound. */
const STYLE =
  /\b(?:hashtags?|[ée]mojis?|exclamation|tuto(?:ie|yer|yons|iement)|vouvo(?:ie|yer|yons|iement)|jargon|superlati(?:f|ve)s?|guilt[- ]tripping|scare tactics|hard sell(?:ing)?|fear[- ]?mongering|pas donneur de leçons)(?![\p{L}])/iu;

/** As one talks to the person who will do it, in a voice note or a chat. */
const SPOKEN = wordPattern(
  /^(?:ok|alors|donc|bref|ben|bon|so|well|right|basically)(?:\s?[,…!](?! (?:simple|easy|good|facile))|\s(?=(?:i|i'[md]|we|we're|you|it's|this is|let's|je|j'|on|nous|tu|vous|c'est|il|voil[àa]|basically|donc|so)\b))|^(?:coucou|hello|salut)\b|\b(?:en fait|du coup|hein|euh|genre \d|basically|kinda|gonna|wanna|lol|mdr|tbh|fyi|btw|thx|merci d'avance|thanks in advance|svp|stp|s'il (?:te|vous) pla[iî]t|pls|plz)\b|\b(?:voil[àa]|please)\s*[.!]*$/iu,
);

/** Whether a clause speaks to the team: no text for the public may repeat it. */
export const isForTheTeam = (clause: string): boolean =>
  [BAN, SECRET, WISH, STYLE, SPOKEN].some((pattern) => pattern.test(clause));

/** Whether all of a sentence is to stay among us, whatever its parts say. */
export const isSecret = (clause: string): boolean => SECRET.test(clause);

/** Whether it forbids or demands words: what no rule could be made of, a person is told. */
export const isBan = (clause: string): boolean => BAN.test(clause) && !SECRET.test(clause);

/** Whether it says how to work, and nothing of what is to be reached. */
export const isOrder = (clause: string): boolean => BAN.test(clause) || STYLE.test(clause);

/** "Bonus €500 - staff only, don't advertise it": what "it" stands for is secret with it. */
export const isAllSecret = (line: string): boolean => IT_IS_KEPT.test(line);
const IT_IS_KEPT = wordPattern(
  new RegExp(
    String.raw`\b(?:don'?t|do not|never|not to|please don'?t|can'?t|mustn'?t|must not) (?:${SAYING_EN}|share|tell|reveal) (?:it|this|that|them|anyone|anybody)\b|\b(?:n'en parle[rz]?|ne pas en parler|pas en parler|ne (?:le|la|les) (?:dites|dis|dire|montrez|publiez) pas|ne pas (?:le|la|les) ${SAYING_FR})\b|\b(?:staff|team|internal(?:ly)?) only|keep (?:it|this|that) (?:quiet|secret|private|between us|to yourself|under)\b|\b(?:en interne|usage interne|c'est un secret|it'?s a secret)\b`,
    'iu',
  ),
);
