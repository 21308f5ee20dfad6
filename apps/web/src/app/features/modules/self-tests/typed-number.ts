import { testLimits } from '@libretto/domain';

/** The number that somebody has typed, with a point or a comma; `undefined` where it is none. */
export function typedNumber(typed: string): number | undefined {
  const number = Number(typed.trim().replace(',', '.'));
  const isOne = typed.trim() !== '' && Number.isFinite(number) && Math.abs(number) <= testLimits.number;
  return isOne ? number : undefined;
}
