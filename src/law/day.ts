/** Plain dates as ISO text: `2035-06-30`. Text order is time order. */
export type Day = string;

/** A date known to the year, the month or the day: the first and last day it may be. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** `2035`, `2035-06` or `2035-06-30`; undefined for anything that is not such a date of the calendar. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  if (year === undefined || year < '1900') return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (month < '01' || month > '12') return undefined;
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  if (day < '01' || day > last) return undefined;
  return { from: text, to: text };
}

export function isDay(text: string): boolean {
  return text.length === 10 && parsePeriod(text) !== undefined;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month, or the last one where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const newYear = Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  const newDate = Math.min(date, daysInMonth(newYear, newMonth));
  return `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-${String(newDate).padStart(2, '0')}`;
}

/** Days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
