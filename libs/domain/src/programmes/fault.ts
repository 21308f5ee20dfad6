import { type NumbersOf, type Refusal, refuse } from '../refusal';
import type { RefusalCode } from '../refusals';

/** Where in a programme file: the keys and the positions in lists that lead there. */
export type Path = readonly (string | number)[];

/** A fault at one place of a programme file. Its cure is `programmes.cures.<code>` in the language files. */
export interface Fault extends Refusal {
  readonly path: Path;
}

export const faultAt = <Code extends RefusalCode>(path: Path, code: Code, ...numbers: NumbersOf<Code>): Fault => ({
  ...refuse(code, ...numbers),
  path,
});

/** A path as its author reads it: positions count from 1, as modules do. */
export const spelledPath = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');

/** The path that is spelled so. */
export const pathFrom = (spelled: string): Path =>
  spelled.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) - 1 : step));

/** Does one of the paths lead through the other? */
export const onOneWay = (one: Path, other: Path): boolean =>
  one.slice(0, other.length).every((step, depth) => step === other[depth]);

/** The value at a path in data of any shape, or nothing. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    data,
  );
}
