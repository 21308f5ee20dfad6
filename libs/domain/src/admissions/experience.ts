import type { Post } from './form';

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const meanMonth = 365.25 / 12;

/** Whole months in which at least one post was held, up to `today`. Overlapping months count once. */
export function monthsOfExperience(posts: readonly Pick<Post, 'from' | 'until'>[], today: string): number {
  const last = dayNumber(today);
  const spans = posts
    .map(({ from, until }) => ({ from: dayNumber(from), until: Math.min(last, until ? dayNumber(until) : last) }))
    .filter(({ from, until }) => from <= until)
    .sort((one, other) => one.from - other.from);
  let days = 0;
  let counted = -Infinity;
  for (const { from, until } of spans) {
    // Both the first and the last day count.
    days += Math.max(0, until - Math.max(from, counted + 1) + 1);
    counted = Math.max(counted, until);
  }
  // A year held to the day is twelve months, leap year or not.
  return Math.floor((days + 1) / meanMonth);
}
