// Words around a date that tell what it is to a campaign: its own, or of the past, of a secret, of goods handed over; and of what takes place.

/** "Since 2009" is the past, and "not a gift for Christmas" no date of the campaign. */
export const HISTORY =
  /(?<!\p{L})(?:(?:vendu|achet[ée]|produit|fabriqu[ée]|sold|bought|purchased|produced|made)(?:e?s?)(?: (?:du|entre|from|between|on|in|depuis))?|pas (?:en|un)(?: cadeau(?: de| d'| pour)?)?|not (?:as )?a(?: gift| present)?(?: for)?|depuis|since|fond[ée]e? (?:le|en)|(?:a|ai|ont|avons|was|were|have|has|we) (?:ouverte?s?|opened|launched|started|lanc[ée]e?s?|commenc[ée]|d[ée]marr[ée])(?: (?:en|le|on|in))?|established|founded(?: on| in)?|created(?: on| in)?|cr[ée][ée]e? (?:le|en))\s*(?:le |the )?$/iu;

/** "8 weeks before the fair" is a length, and no day that is over. */
export const LEADS_UP = /\s(?:before|avant)$/iu;

/** "Order by 14 Dec, collect 22-24 Dec": the days on which goods are handed over come after the campaign. */
export const HANDED_OVER =
  /(?:collect(?:ion|ed)?|pick[- ]?up|deliver(?:y|ed|ies)?|retrait|retirer|livraisons?|livr[ée]e?s?)(?!\p{L})[^.;]{0,20}$/iu;

/** A length leads up to days that are named elsewhere. */
export const AHEAD_OF = /(?<!\p{L})(?:before|ahead of|leading|run-?up|avant|en amont)(?!\p{L})/iu;

/** "Until the vote": to a day that another field gives. */
export const OPEN_ENDED = /^\P{N}{0,12}(?:until|till|up to|jusqu'(?:au|[àa]|aux))\s\P{N}+$/iu;

/** Sessions of which each day is one: people can still come on the last. */
export const EACH_DAY =
  /(?<!\p{L})(?:par jour|chaque jour|tous les jours|per day|each day|every day|daily|sang|blood)(?!\p{L})/iu;

/** Blood is given at sessions, on their days. */
export const BLOOD = /(?<!\p{L})(?:sang|plasma|plaquettes|blood|platelets?)(?!\p{L})/iu;

/** Tickets are bought until the event begins. */
export const TICKETS = /(?<!\p{L})(?:billets?|tickets?|pass(?:es)?|places?|seats?|entr[ée]es)(?!\p{L})/iu;

/** Before the name of a day that only says of what kind a thing is: "concert de Noël", "marché de". */
export const EPITHET =
  /(?<!\p{L})(?!(?:autour|lors|pr[èe]s|partir|veille|jour|week-?end|lundi)\s)\p{L}+\s(?:de|d')\s?$/iu;
/** After it: "Christmas market", "Easter egg hunt". */
export const NAMED_AFTER =
  /^\s(?:market|fair|concert|carols?|show|party|parties|lunch|dinner|menu|camp|egg|eggs|tree|trees|craft|workshop|ball|fayre|sale|hampers?|cards?)(?!\p{L})/iu;
