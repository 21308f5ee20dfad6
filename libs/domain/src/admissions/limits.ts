import type { FieldRule, SimpleRule } from './own-fields';

type Limited = Pick<Extract<SimpleRule, { kind: 'text' }>, 'long' | 'max'>;

/** The most characters of a text. */
export const longestText = ({ long, max }: Limited): number => max ?? (long ? 2000 : 200);
/** The most files of a field. */
export const mostFiles = ({ max }: { readonly max?: number | undefined }): number => max ?? 1;
/** The most rows of a group. */
export const mostRows = ({ max }: { readonly max?: number | undefined }): number => max ?? 10;

/** The limits of a field between which nothing lies. Also of half-written ones. */
export function crossedLimits(rule: Partial<FieldRule>): { min: number | string; max: number | string } | null {
  const [min, max] = limitsOf(rule);
  return min !== undefined && max !== undefined && min > max ? { min, max } : null;
}

function limitsOf(rule: Partial<FieldRule>): [min?: number | string, max?: number | string] {
  switch (rule.kind) {
    case 'text':
      return [rule.min, longestText(rule)];
    case 'group':
      return [rule.min, mostRows(rule)];
    case 'number':
      return [rule.min, rule.max];
    case 'date':
      return [rule.from, rule.until];
    default:
      return [];
  }
}
