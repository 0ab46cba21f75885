// Names of months in both languages, long and short.

const MONTHS: Readonly<Record<string, number>> = {
  janvier: 1, january: 1, jan: 1, janv: 1, février: 2, fevrier: 2, february: 2, feb: 2, fév: 2, févr: 2, mars: 3, march: 3, mar: 3,
  avril: 4, april: 4, apr: 4, avr: 4, mai: 5, may: 5, juin: 6, june: 6, jun: 6, juillet: 7, july: 7, jul: 7, juil: 7,
  août: 8, aout: 8, august: 8, aug: 8, septembre: 9, september: 9, sept: 9, sep: 9, octobre: 10, october: 10, oct: 10,
  novembre: 11, november: 11, nov: 11, décembre: 12, decembre: 12, december: 12, dec: 12, déc: 12,
}; // biome-ignore format: a table
export const monthPattern = Object.keys(MONTHS)
  .sort((left, right) => right.length - left.length)
  .join('|');
export const monthNumber = (name: string): number => MONTHS[name.toLowerCase()] ?? 0;
