// Days that people call by a name, in both languages: what it is called, and when it is in a given year and country.
// Checked against public calendars for 2026 and 2027; days that follow the moon are approximate by nature.
import { addDays, dayFrom, easterSunday, lastDayOfMonth, nthWeekday } from '../../calendar/calendar-days.ts';

export interface DayRange {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface NamedDay {
  readonly pattern: RegExp;
  readonly label: { readonly fr: string; readonly en: string };
  /** In a year; undefined where that country does not have it. */
  readonly inYear: (year: number, country: string | undefined) => DayRange;
  readonly approximate?: boolean;
}

const fixed = (month: number, day: number) => (year: number) => single(dayFrom(year, month, day) ?? `${year}-01-01`);
const single = (day: string): DayRange => ({ startsOn: day, endsOn: day });
const range = (startsOn: string, days: number): DayRange => ({ startsOn, endsOn: addDays(startsOn, days - 1) });
const fromEaster =
  (offset: number, days = 1) =>
  (year: number) =>
    range(addDays(easterSunday(year), offset), days);
const nth =
  (month: number, weekday: number, count: number, offset = 0, days = 1) =>
  (year: number) =>
    range(addDays(nthWeekday(year, month, weekday, count), offset), days);
const wholeMonth = (month: number) => (year: number) => ({
  startsOn: dayFrom(year, month, 1) ?? '',
  endsOn: lastDayOfMonth(year, month),
});

const thanksgiving = (year: number, country?: string): string =>
  country === 'CA' ? nthWeekday(year, 10, 1, 2) : nthWeekday(year, 11, 4, 4);

function mothersDay(year: number, country?: string): string {
  if (country === 'GB') return addDays(easterSunday(year), -21);
  if (country !== 'FR' && country !== undefined) return nthWeekday(year, 5, 0, 2);
  const last = nthWeekday(year, 5, 0, -1);
  return last === addDays(easterSunday(year), 49) ? nthWeekday(year, 6, 0, 1) : last;
}

/** Second Wednesday of January, the first one when that is after the 12th; four weeks. */
function winterSales(year: number): DayRange {
  const second = nthWeekday(year, 1, 3, 2);
  return range(Number(second.slice(8)) > 12 ? nthWeekday(year, 1, 3, 1) : second, 28);
}
/** Last Wednesday of June, the one before when that is after the 28th; four weeks. */
function summerSales(year: number): DayRange {
  const last = nthWeekday(year, 6, 3, -1);
  return range(Number(last.slice(8)) > 28 ? addDays(last, -7) : last, 28);
}

/** Of "la fête nationale" where it is not that of France; Quebec's in Canada. */
const NATIONAL_DAYS: Readonly<Record<string, string>> = { BE: '07-21', CA: '06-24', CH: '08-01', US: '07-04' };

/** First day of a month of the Islamic calendar as Umm al-Qura counts it, the first one that begins in the year. */
function islamicDay(year: number, month: number, day: number): string {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
    const parts = format.formatToParts(Date.parse(`${date}T12:00:00Z`));
    const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    if (value('month') === month && value('day') === day) return date;
  }
  return `${year}-01-01`;
}

/** Longer names stand before the shorter ones that they hold. */
export const namedDays: readonly NamedDay[] = [
  { pattern: /\b(?:week-?end|fin de semaine) de (?:thanksgiving|l'action de gr[âa]ces?)|\bthanksgiving (?:week-?end)/iu, label: { fr: 'week-end de Thanksgiving', en: 'Thanksgiving weekend' },
    inYear: (year, country) => country === 'CA' ? range(addDays(thanksgiving(year, 'CA'), -2), 3) : range(thanksgiving(year), 4) },
  { pattern: /\bthanksgiving\b|\baction de gr[âa]ces?\b/iu, label: { fr: 'Thanksgiving', en: 'Thanksgiving' }, inYear: (year, country) => single(thanksgiving(year, country)) },
  { pattern: /\bblack\s?friday\b|\bvendredi fou\b/iu, label: { fr: 'Black Friday', en: 'Black Friday' }, inYear: nth(11, 4, 4, 1) },
  { pattern: /\bcyber\s?(?:monday|lundi)\b/iu, label: { fr: 'Cyber Monday', en: 'Cyber Monday' }, inYear: nth(11, 4, 4, 4) },
  { pattern: /\bgiving\s?tuesday\b|\bmardi je donne\b/iu, label: { fr: 'Giving Tuesday', en: 'Giving Tuesday' }, inYear: nth(11, 4, 4, 5) },
  { pattern: /\bchristmas eve\b|\br[ée]veillon de no[ëe]l\b/iu, label: { fr: 'réveillon de Noël', en: 'Christmas Eve' }, inYear: fixed(12, 24) },
  { pattern: /\bno[ëe]l\b|\bchristmas\b|\bxmas\b/iu, label: { fr: 'Noël', en: 'Christmas' }, inYear: fixed(12, 25) },
  { pattern: /\bboxing day\b|\blendemain de no[ëe]l\b/iu, label: { fr: 'lendemain de Noël', en: 'Boxing Day' }, inYear: fixed(12, 26) },
  { pattern: /(?<!\b(?:salle|salles|comit[ée]|maison|espace|halle|foyer|place)\s)\b(?:les|des) f[êe]tes(?: de fin d'ann[ée]e)?\b(?! (?:des|du|de)\b)|\bthe holidays\b/iu, label: { fr: 'fêtes de fin d’année', en: 'the holidays' }, inYear: fixed(12, 25), approximate: true },
  { pattern: /\bnew year'?s eve\b|\bsaint-sylvestre\b|\br[ée]veillon du nouvel an\b/iu, label: { fr: 'Saint-Sylvestre', en: 'New Year’s Eve' }, inYear: fixed(12, 31) },
  { pattern: /\bnouvel an\b|\bjour de l'an\b|\bnew year'?s day\b|\bnew year\b/iu, label: { fr: 'Nouvel An', en: 'New Year' }, inYear: fixed(1, 1) },
  { pattern: /\b[ée]piphanie\b|\bf[êe]te des rois\b|\bgalette des rois\b/iu, label: { fr: 'Épiphanie', en: 'Epiphany' }, inYear: fixed(1, 6) },
  { pattern: /\bsaint[- ]valentin\b|\bvalentine'?s?(?: day)?\b/iu, label: { fr: 'Saint-Valentin', en: 'Valentine’s Day' }, inYear: fixed(2, 14) },
  { pattern: /\bmardi gras\b|\bshrove tuesday\b|\bpancake day\b/iu, label: { fr: 'Mardi gras', en: 'Shrove Tuesday' }, inYear: fromEaster(-47) },
  { pattern: /\b(?:journ[ée]e (?:internationale )?des (?:droits des )?femmes|international women'?s day)\b/iu, label: { fr: 'Journée des droits des femmes', en: 'International Women’s Day' }, inYear: fixed(3, 8) },
  { pattern: /\bvendredi saint\b|\bgood friday\b/iu, label: { fr: 'Vendredi saint', en: 'Good Friday' }, inYear: fromEaster(-2) },
  { pattern: /\blundi de p[âa]ques\b|\beaster monday\b/iu, label: { fr: 'lundi de Pâques', en: 'Easter Monday' }, inYear: fromEaster(1) },
  { pattern: /\b(?:week-?end de p[âa]ques|easter weekend)\b/iu, label: { fr: 'week-end de Pâques', en: 'Easter weekend' }, inYear: fromEaster(-1, 3) },
  { pattern: /\bp[âa]ques\b|\beaster\b/iu, label: { fr: 'Pâques', en: 'Easter' }, inYear: fromEaster(0) },
  { pattern: /\bpont de l'ascension\b/iu, label: { fr: 'pont de l’Ascension', en: 'Ascension weekend' }, inYear: fromEaster(39, 4) },
  { pattern: /\bascension\b/iu, label: { fr: 'Ascension', en: 'Ascension Day' }, inYear: fromEaster(39) },
  { pattern: /\blundi de pentec[ôo]te\b|\bwhit monday\b/iu, label: { fr: 'lundi de Pentecôte', en: 'Whit Monday' }, inYear: fromEaster(50) },
  { pattern: /\bpentec[ôo]te\b|\bpentecost\b/iu, label: { fr: 'Pentecôte', en: 'Pentecost' }, inYear: fromEaster(49) },
  { pattern: /\bf[êe]te des m[èe]res\b|\bmother'?s'? day\b/iu, label: { fr: 'fête des Mères', en: 'Mother’s Day' }, inYear: (year, country) => single(mothersDay(year, country)) },
  { pattern: /\bf[êe]te des p[èe]res\b|\bfather'?s'? day\b/iu, label: { fr: 'fête des Pères', en: 'Father’s Day' }, inYear: nth(6, 0, 3) },
  { pattern: /\bmemorial day weekend\b/iu, label: { fr: 'week-end de Memorial Day', en: 'Memorial Day weekend' }, inYear: nth(5, 1, -1, -2, 3) },
  { pattern: /\bmemorial day\b/iu, label: { fr: 'Memorial Day', en: 'Memorial Day' }, inYear: nth(5, 1, -1) },
  { pattern: /\blabou?r day weekend\b/iu, label: { fr: 'week-end de Labor Day', en: 'Labor Day weekend' }, inYear: nth(9, 1, 1, -2, 3) },
  { pattern: /\blabou?r day\b/iu, label: { fr: 'Labor Day', en: 'Labor Day' }, inYear: nth(9, 1, 1) },
  { pattern: /\bf[êe]te du travail\b/iu, label: { fr: 'fête du Travail', en: 'May Day' }, inYear: fixed(5, 1) },
  { pattern: /\bearth day\b|\bjour(?:n[ée]e)? de la terre\b/iu, label: { fr: 'Jour de la Terre', en: 'Earth Day' }, inYear: fixed(4, 22) },
  { pattern: /\bf[êe]te de la musique\b/iu, label: { fr: 'Fête de la musique', en: 'Fête de la musique' }, inYear: fixed(6, 21) },
  { pattern: /\bsaint-jean(?:-baptiste)?\b/iu, label: { fr: 'Saint-Jean', en: 'Saint-Jean-Baptiste' }, inYear: fixed(6, 24) },
  { pattern: /\bcanada day\b|\bf[êe]te du canada\b/iu, label: { fr: 'fête du Canada', en: 'Canada Day' }, inYear: fixed(7, 1) },
  { pattern: /\bindependence day\b|\bfourth of july\b/iu, label: { fr: 'Independence Day', en: 'Independence Day' }, inYear: fixed(7, 4) },
  { pattern: /\bf[êe]te nationale\b|\bbastille day\b/iu, label: { fr: 'fête nationale', en: 'Bastille Day' }, inYear: (year, country) => single(`${year}-${NATIONAL_DAYS[country ?? ''] ?? '07-14'}`) },
  { pattern: /\bjourn[ée]es (?:europ[ée]ennes )?du patrimoine\b|\bheritage (?:open )?days\b/iu, label: { fr: 'Journées du patrimoine', en: 'Heritage Days' }, inYear: nth(9, 6, 3, 0, 2) },
  { pattern: /\bhalloween\b/iu, label: { fr: 'Halloween', en: 'Halloween' }, inYear: fixed(10, 31) },
  { pattern: /\btoussaint\b|\ball saints'? day\b/iu, label: { fr: 'Toussaint', en: 'All Saints’ Day' }, inYear: fixed(11, 1) },
  { pattern: /\boctobre rose\b|\bpink october\b/iu, label: { fr: 'Octobre rose', en: 'Pink October' }, inYear: wholeMonth(10) },
  { pattern: /\bmovember\b/iu, label: { fr: 'Movember', en: 'Movember' }, inYear: wholeMonth(11) },
  { pattern: /\bdry january\b|\bjanvier sobre\b/iu, label: { fr: 'Dry January', en: 'Dry January' }, inYear: wholeMonth(1) },
  { pattern: /\bsoldes d'hiver\b/iu, label: { fr: 'soldes d’hiver', en: 'winter sales' }, inYear: winterSales },
  { pattern: /\bsoldes d'[ée]t[ée]\b/iu, label: { fr: 'soldes d’été', en: 'summer sales' }, inYear: summerSales },
  { pattern: /\brentr[ée]e de janvier\b/iu, label: { fr: 'rentrée de janvier', en: 'January term' }, inYear: nth(1, 1, 1) },
  { pattern: /\bla rentr[ée]e\b|\bback[- ]to[- ]school\b/iu, label: { fr: 'la rentrée', en: 'back to school' }, inYear: fixed(9, 1), approximate: true },
  { pattern: /\b(?:l')?a[ïi]d(?: el| al)?[- ]?fitr\b|\beid al[- ]?fitr\b/iu, label: { fr: 'Aïd el-Fitr', en: 'Eid al-Fitr' }, inYear: (year) => single(islamicDay(year, 10, 1)), approximate: true },
  { pattern: /\b(?:l')?a[ïi]d(?: el| al)?[- ]?(?:adha|k[ée]bir)\b|\beid al[- ]?adha\b/iu, label: { fr: 'Aïd el-Adha', en: 'Eid al-Adha' }, inYear: (year) => single(islamicDay(year, 12, 10)), approximate: true },
  { pattern: /\bramadan\b/iu, label: { fr: 'ramadan', en: 'Ramadan' }, inYear: (year) => ({ startsOn: islamicDay(year, 9, 1), endsOn: addDays(islamicDay(year, 10, 1), -1) }), approximate: true },
]; // biome-ignore format: a table
