// Countries a brief can be recognised to speak of: the words that tell, and what follows for time zone and dates.

export interface Country {
  readonly code: string;
  /** Zone of its largest audience; cities below know better. */
  readonly timeZone: string;
  readonly dayFirst: boolean | undefined;
  readonly words: RegExp;
  readonly domain: RegExp;
  readonly prefix: RegExp;
}

export const countries: readonly Country[] = [
  { code: 'FR', timeZone: 'Europe/Paris', dayFirst: true, domain: /\.(?:fr|bzh|paris|alsace|corsica)(?:\/|$)/iu, prefix: /\+33|\b0[1-79](?:[ .]\d{2}){4}\b/u,
    words: /\b(?:france|fran[çc]aise?s?|francilien(?:ne)?s?|paris(?:ien(?:ne)?s?)?|lyon(?:nais(?:e|es)?)?|marseill(?:e|ais|aise)|toulous(?:e|ain|ains|aine)|bordeaux|bordelais|lille|lillois|nantes|nantais|strasbourg|rennes|montpellier|grenoble|dijon|angers|reims|brest|rouen|caen|nancy|metz|limoges|annecy|bretagne|breton(?:ne|s|nes)?|normandie|normand|alsace|provence|auvergne|[îi]le-de-france|occitanie|aquitaine|loire|savoie|corse|ard[èe]che|dr[ôo]me|is[èe]re|H\/F)\b/iu },
  { code: 'US', timeZone: 'America/New_York', dayFirst: false, domain: /\.us(?:\/|$)/iu, prefix: /\+1[ (.-]/u,
    words: /\b(?:USA|U\.S\.A?\.|united states|[ée]tats-unis|american?s?|new york(?:ers?)?|brooklyn|boston|chicago|austin|texas|houston|dallas|denver|colorado|seattle|portland|oregon|california|san francisco|bay area|los angeles|san diego|miami|florida|atlanta|ohio|michigan|philadelphia|minnesota|minneapolis|vermont|maine|arizona|phoenix|nashville|tennessee|HIPAA|401k|501\(c\)\(3\))\b|\bin the US\b|\bUS[- ](?:based|English|hospitals?|market|customers)\b/u },
  { code: 'GB', timeZone: 'Europe/London', dayFirst: true, domain: /\.(?:co\.uk|org\.uk|uk|scot|wales)(?:\/|$)/iu, prefix: /\+44|\b0044|\b0(?:20|11\d|1\d1|7\d{3})\s\d{3}/u,
    words: /\b(?:UK|U\.K\.|united kingdom|royaume-uni|britain|british|england|scotland|scottish|wales|welsh|london|londres|manchester|leeds|bristol|sheffield|edinburgh|glasgow|liverpool|birmingham|brighton|cardiff|yorkshire|cornwall|devon|gift aid|GBP)\b|£/iu },
  { code: 'CA', timeZone: 'America/Toronto', dayFirst: undefined, domain: /\.(?:ca|qc\.ca|quebec)(?:\/|$)/iu, prefix: /\b(?:418|438|450|514|579|581|819|873|416|604|613|647|905)[-. )]/u,
    words: /\b(?:canad(?:a|ian|ians|ien|iens|ienne|iennes)|qu[ée]bec(?:ois|oise|oises|er|ers)?|montr[ée]al(?:ais|aise)?|ontario|toronto|ottawa|vancouver|calgary|edmonton|halifax|nova scotia|alberta|gatineau|sherbrooke|CAD)\b/iu },
  { code: 'CH', timeZone: 'Europe/Zurich', dayFirst: true, domain: /\.ch(?:\/|$)/iu, prefix: /\+41|\b0041/u,
    words: /\b(?:suisse|suisses|romand[es]*|romandie|switzerland|swiss|gen[èe]ve|geneva|lausanne|z[üu]rich|neuch[âa]tel|fribourg|valais|vaud|vevey|montreux|bern|berne|b[âa]le|basel|jura suisse|CHF)\b/iu },
  { code: 'BE', timeZone: 'Europe/Brussels', dayFirst: true, domain: /\.be(?:\/|$)/iu, prefix: /\+32/u,
    words: /\b(?:belgique|belges?|belgium|bruxelles|brussels|li[èe]ge|namur|wallonie|anvers|charleroi|louvain)\b/iu },
]; // biome-ignore format: a table

/** Where a city's clock differs from its country's default. */
export const cityZones: readonly (readonly [country: string, name: RegExp, timeZone: string])[] = [
  ['US', /\bportland,? (?:maine|ME)\b/iu, 'America/New_York'],
  ['US', /\b(?:seattle|portland|oregon|california|san francisco|bay area|los angeles|san diego|las vegas|PST|PDT|pacific time)\b/iu, 'America/Los_Angeles'],
  ['US', /\b(?:denver|colorado|salt lake|MST|mountain time)\b/iu, 'America/Denver'],
  ['US', /\b(?:phoenix|arizona)\b/iu, 'America/Phoenix'],
  ['US', /\b(?:chicago|austin|texas|houston|dallas|minneapolis|minnesota|nashville|tennessee|CST|CDT|central time)\b/iu, 'America/Chicago'],
  ['CA', /\b(?:vancouver|british columbia)\b/iu, 'America/Vancouver'],
  ['CA', /\b(?:calgary|edmonton|alberta)\b/iu, 'America/Edmonton'],
  ['CA', /\b(?:halifax|nova scotia)\b/iu, 'America/Halifax'],
  ['FR', /\b(?:[Ll]a R[ée]union(?! (?:d'|de |du |publique|annuelle))|[ÎIîi]le de la R[ée]union|[Rr][ée]unionnais(?:e|es)?)\b/u, 'Indian/Reunion'],
  ['FR', /\b(?:guadeloupe|martinique)\b/iu, 'America/Martinique'],
]; // biome-ignore format: a table

export const currencyCountry: Readonly<Record<string, string>> = { GBP: 'GB', CHF: 'CH', CAD: 'CA', USD: 'US' };
