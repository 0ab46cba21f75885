// Names of campaigns: "Lancement de la Brioche de Minuit" launches something, "Festival Bulles 8e éd." is an event.

/** The words before what is launched. */
export const LAUNCH =
  /^(?:le )?(?:lancement|sortie|d[ée]couverte|campagne|op[ée]ration|promo(?:tion)?|recrutement|launch(?:ing)?|introducing|release|campaign|opening|ouverture|spring launch)\s*(?:d[eu]s?\s|de la\s|de l'|d'|of\s|for\s|pour\s|:|the\s)*/iu;

/** What people come to. */
export const EVENT =
  /(?<![\p{L}])(?:festival|f[êe]te|salon|foire|march[ée]|exposition|expo|nuit|soir[ée]e|concert|gala|biennale|fair|fest|exhibition|night|open (?:day|evening|house|night)|conference|summit|marathon|tournoi|tournament)(?![\p{L}])/iu;
/** Its number or its year, at the end of its name. */
export const EDITION = /[\s,–-]*(?:\d+(?:e|ème|er|th|st|nd|rd)\s*(?:[ée]d(?:ition)?\.?)|20\d\d)\s*$/iu;
