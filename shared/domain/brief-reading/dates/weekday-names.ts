// Names of weekdays in both languages, long and short.

const LONG: Readonly<Record<string, number>> = {
  dimanche: 0, lundi: 1, mardi: 2, mercredi: 3, jeudi: 4, vendredi: 5, samedi: 6,
  sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6,
}; // biome-ignore format: a table
const SHORT: Readonly<Record<string, number>> = {
  dim: 0, lun: 1, mar: 2, mer: 3, jeu: 4, ven: 5, sam: 6,
  sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6,
}; // biome-ignore format: a table

export const weekdayPattern = Object.keys(LONG).join('|');
/** Short names too, the longer before those that they begin with. */
export const anyWeekdayPattern = `${weekdayPattern}|${Object.keys(SHORT)
  .sort((left, right) => right.length - left.length)
  .join('|')}`;
/** 0 Sunday to 6 Saturday. */
export const weekdayNumber = (name: string): number | undefined => {
  const known = name.toLowerCase();
  return LONG[known] ?? SHORT[known];
};
