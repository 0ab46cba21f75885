// Words around the figure of an objective: what it counts, what it does not, and in which time.

export const NOT_COUNTED =
  /^(?:h|heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?|km|kms?|miles?|minutes?|min|kg|g|m2|m²|%|pour|percent|ml|cl|l|et|and|à|to|st|nd|rd|th|er|e|x|°|euros?|eur|usd|chf|gbp|cad|dollars?|pounds?|francs?|€|\$|£|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|janv|f[ée]v|f[ée]vr|avr|juil|d[ée]c|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|a\.m|p\.m|rue|avenue|av|boulevard|bd|quai|place|chemin|route|street|road|st|ave|lane|pers)$/iu;
/** English puts its noun last ("40 new monthly donors"), French first ("40 donateurs mensuels"). */
export const ENGLISH_ADJECTIVE =
  /^(?:new|qualified|more|paying|monthly|first|additional|extra|night|phone|dental|inbound|annual|free|paid|small|big|large|local|adult|regular|active|unique|online|early|young|senior|junior|job|sales|real|email|app|unlimited|weekly|yearly|weekday|weekend|trial|discovery|spring|summer|autumn|winter|direct|repeat|first-time|returning|gift|season|full|happy|signed|warm)$/iu;
export const FRENCH_ADJECTIVE = /^(?:nouvea(?:ux|u)|nouvelles?|vrais?|bonn?e?s|jeunes?|premi[èe]re?s)$/iu;
export const LINKS =
  /^(?:of|for|to|by|in|at|on|with|from|and|or|the|a|an|this|who|that|if|si|before|until|per|de|des|du|d|le|la|les|un|une|pour|par|en|au|aux|et|ou|qui|avec|sur|dans|chez|avant|[àa])$/iu;

/** After these something else is spoken of: "40 people to walk every day". */
export const LEADS_ON = /^(?:to|who|that|for|from|with|at|qui|pour|avec|[àa])$/iu;

/** Counts as French has them: about so many. */
export const COLLECTIVES: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};

/** "A day", "par semaine", "every month", "chaque soir": so many in that time. */
export const IN_EACH =
  /^(?:(?:a|per|each|every|par|chaque)\s|\/\s?|tous les )(day|night|week|month|jours?|soirs?|semaines?|mois)(?!\p{L})/iu;
export const TIME_UNITS: readonly (readonly [RegExp, 'day' | 'week' | 'month'])[] = [
  [/^(?:day|night|jour|soir)/iu, 'day'],
  [/^(?:week|semaine)/iu, 'week'],
  [/^mo/iu, 'month'],
];
