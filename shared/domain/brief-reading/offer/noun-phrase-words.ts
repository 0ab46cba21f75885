// Words around the noun phrase of an offer: what leads to it, where it stops, and what is none.
import { monthPattern } from '../dates/month-names.ts';

const NUM = String.raw`(?:\d[\d\s.,']*k?|une?|deux|trois|quatre|cinq|six|dix|two|three|four|five|ten|a|an)`;

/** Where the thing stops and circumstances begin. */
export const STOP = new RegExp(
  [
    `[,;:.!?()«»"“”–—|]|\\s\\+\\s|\\s(?:sur|on|via|at)\\s(?=[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.\\p{Ll}{2})|\\s(?:sans (?:rdv|rendez-vous)|tous les|toutes les|incl(?:uding)?(?:\\.|\\s)|y compris)|(?<!\\s(?:de|moins|of|for|least)|\\sd')\\s\\d+\\s(?:nights|nuits)(?!\\p{L})|\\s(?:entre|between)\\s(?:(?:le|the)\\s)?\\d`,
    String.raw`\s-\s`,
    String.raw`\s(?:avant|d'ici|jusqu'|pendant|durant|depuis|[àa] partir du|[àa] compter|en ligne|en direct|via|gr[âa]ce|afin|pour que|aupr[èe]s (?:de|des)|parmi|dès|des (?=maintenant|demain|(?:le )?\d|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)|sur (?:notre|le) site|cette ann[ée]e|ce (?:mois|printemps)|cet (?:[ée]t[ée]|hiver|automne)|dans (?:l'\p{L}+|la r[ée]gion|tout|toute|les|le|la|nos|notre)|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|\d)|les? (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|du (?:\d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d)|[àa] (?=\p{Lu})|au (?:\d|prix)|[àa] (?:\d|moiti[ée])|pour (?:la rentr[ée]e|l'ann[ée]e|la saison)|aux (?:habitants|familles|foyers|particuliers|clients|enfants|[ée]l[èe]ves|riverains|adh[ée]rents|[ée]tudiants)|(?:que |qu')(?:nous|on|j'|ils|elles)|chez (?:les|nos|des)|et (?:faire|obtenir|vendre|recruter|remplir|donner|attirer|atteindre|montrer))(?![\p{L}])`,
    String.raw`\s(?:before|by|until|through|during|within|online|so that|in order|from (?:\w+ )?\d|(?:(?:that|which) )?(?:we|you|they)(?:'(?:ve|re|d|ll))?|among|because|via|throughout|this (?:spring|summer|fall|autumn|winter|month|year|season)|in (?:${monthPattern}|the (?:us|uk|city|area|region)|\d)|on (?:\w+day|our (?:site|website)|\w+ \d|the \d)|at (?:\d|[$£€])|to (?:get|make|reach|grow|help|raise|increase|people|our|the|existing|new)|and (?:get|make|sell|hire|reach|fill|raise|increase|grow|build))(?![\p{L}])`,
    String.raw`\s(?:\d{1,2}(?:er|st|nd|rd|th)?\s)(?:${monthPattern})(?![\p{L}])|\s(?:${monthPattern})\.?\s?(?:[-–]|to\s|[àa]\s|\d)`,
    String.raw`\s(?:x \d|(?:par|chaque|per|each|every) \p{L}+|an? (?:day|week|month|year)|starting|beginning|for (?:the|this|next) (?:\w+ )?(?:term|season|year)|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s(?:et|ou|au))(?![\p{L}])`,
    String.raw`\s\d{1,2}(?:er|st|nd|rd|th)?(?:\s?[-–&/]\s?|\s(?:et|and|au|to|[àa])\s)\d`,
    String.raw`\s(?:€|\$|£)\s?\d|\s\d[\d\s.,]*\s?(?:€|\$|£|CHF|euros?)`,
  ].join('|'),
  'iu',
);
/** A title in quotation marks after its noun belongs to the thing: l'exposition « Ciels de Boudin ». */
export const TITLE =
  /^([^,;:.!?()«"“”|]{2,40}?)\s*(?:[«“"]|(?<!\p{L})['‘](?=\p{Lu}))\s*([^»”"]{2,60}?)\s*(?:[»”"]|['’](?![\p{L}\d]))/u;
const COUNTED = `(?:visiteurs?|visitors?|personnes?|people|participants?|attendees?|clients?|customers?|members?|membres?|abonn[ée]e?s|adh[ée]rents?|signatures?|t[ée]l[ée]chargements?|downloads?|installs?|registrations?|inscriptions?|candidatures?|applications?|r[ée]servations?|bookings?|commandes?|orders?|pr[ée]commandes?|pre-?orders?|appels?|(?:phone )?calls?|demos?|d[ée]monstrations?|pi[èe]ces?|exemplaires?|places?|seats?|units?|unit[ée]s?|abonnements?|subscriptions?|subscribers?|rendez-vous|appointments?)`;
export const LEADING = new RegExp(
  String.raw`^(?:[\s:,'+-]|(?:anticip[ée]e?s?|\d+\s?%\s(?:sur|off|de (?:remise|r[ée]duction|rabais) sur)|(?:tous|toutes|all)(?= (?:les|nos|the|our) )|out(?= (?:the|our|all) )|(?:an?|per|each|every|par|chaque)\s(?:day|week|month|year|jour|semaine|mois|an|soir)|en ligne|online|de|d'|du|des|aux?|[àa]|pour|en|of|for|to|from|via|with|our|your|more|${COUNTED}(?=\s+(?:[àa]|aux?|for|of|to|pour|de|du|des|d'|l'|la|le|les)(?=[\s']|(?<=')))|plus de|plus d'|au moins|at least|sur|les?|la|l'|their|leurs?|${NUM}(?=\s)|nouve(?:aux?|lles?)|new|qualified|qualifi[ée]e?s?|gratuite?s?(?= (?:de|d'|sur|pour))|min(?:utes)?(?= (?:sur|pour|about|on|to))|about(?= the| our)|paying|payants?|online|monthly|s'|notre|nos|votre|the)(?=[\s']|$|(?<=')))\s*`,
  'iu',
);

/** Who comes, where it runs, and the place they take are not what is offered. */
export const NO_OFFER = new RegExp(
  String.raw`^(?:(?:at|in|on|by|from|with|near|over|that|who|which|per|each|every|[àa]|aux?|en|dans|chez|sur|par|que|qui|chaque)\s.*|(?:qu'|avant|apr[èe]s|before|after).*|(?:inscriptions?|r[ée]servations?|registrations?|bookings?|rsvp)(?:\s(?:obligatoires?|conseill[ée]e?s?|souhait[ée]e?s?|gratuite?s?|ouvertes?|required|essential|free|open|advised|sur place).*)?|(?:(?:le|notre|the|our)\s)?(?:stand|booth)(?:\s.*)?|(?:les |nos |the |our )?(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?:\s.*)?|(?:en |in )?(?:${monthPattern})|(?:(?:le|la|les|des|the|une?|an?)\s)?(?:personnes|gens|monde|visiteurs|visitors|people|families|familles|clients?|customers?|participants?|patients?|enfants|enseignants|professeurs|teachers|groupes|groups|enfants|kids|cr[ée]neaux?|slots?|places?|seats?|spots?|out|[€$£](?:\s.*)?|(?:sales |qualified )?meetings?|dollars?|euros?|pounds?|francs?|(?:d[ée]finir|confirmer|pr[ée]ciser|valider|discuter|d[ée]cider)(?:\s.*)?|ios|android|iphone|ipad|apps?|mobile|(?:premi[eè]re?s|derni[eè]re?s|prochaine?s|first|last|next|coming)\s(?:\d+\s)?(?:mois|semaines|jours|ann[ée]es|months|weeks|days|years)|(?:le |the )?(?:doctolib|planity|treatwell|fresha|calendly|opentable|thefork|lafourchette|eventbrite|helloasso|billetweb|ticketmaster|weezevent)))$`,
  'iu',
);

export const ARTICLE = /^(?:(?:la|le|les|the|nos|notre|our)\s|l')/iu;
export const LEADING_DATES = new RegExp(
  String.raw`^(?:(?:du |le |on |the |from )?\d{1,2}(?:er|st|nd|rd|th)?\s?(?:au|[àa]|to|-|–)\s?)?(?:le |on |the )?\d{1,2}(?:er|st|nd|rd|th)?\s(?:${monthPattern})\b\.?(?:\s20\d{2})?\s*`,
  'iu',
);
export const TOWN_FIRST = /^(?:[àa]|au|aux|in|at|near|près de)\s(?:l[ae]s?\s)?\p{Lu}/u;
export const TIME_FIRST =
  /^(?:by|before|until|avant|jusqu|d'ici|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu;
/** "Venez les rencontrer" says what to do, not what is there; "not Booking.com" what is not. */
export const CLITIC_FIRST =
  /^(?:(?:not|no|without|rather|pas|sans|plut[ôo]t)\s|(?:[êe]tre|avoir|pouvoir|devoir|se|s')(?![\p{L}])|(?:be|get|become)\s\p{L}+ed(?![\p{L}])|(?:les|nous|vous|en|y|them|us|it)\s?\p{L}+(?:er|ir|re)(?![\p{L}])|(?:le |la |l')(?:voir|avoir|faire|prendre|lire|d[ée]couvrir|rencontrer|tester|essayer|acheter|commander|r[ée]server|visiter|dire|vendre|suivre|recevoir|adopter|offrir|louer|aider|soutenir|rejoindre)(?![\p{L}]))/iu;
/** "samedi 12 décembre" is a date, "le panier du samedi" is none. */
export const DAY_BEFORE_DATE = new RegExp(
  String.raw`\s(?:le |on )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?)(?=\s(?:\d|(?:${monthPattern})\.?\s\d))`,
  'iu',
);
export const LAST_LINK =
  /\s(?:et|and|ou|or|de|du|of|for|[àa]|to|pour|qui|that|in|en|dans|with|avec|on|at|booked|sold|signed)$/iu;
