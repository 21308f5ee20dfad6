import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Values } from './read-together';

/** A text as a part of a pattern, where it means nothing but itself: `LIKE :part ESCAPE '!'`. To neither database the sign means anything else. */
export const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');

/**
 * The conditions that each of these folded words is in one of these columns of folded text. A pattern would not do: for
 * SQLite a NUL ends it.
 */
export function wordsIn(columns: readonly string[], words: string): { conditions: string[]; values: Values } {
  const sought = words.split(' ').filter(Boolean);
  return {
    conditions: sought.map((_, at) => `(${columns.map((column) => `INSTR(${column}, :word${at}) > 0`).join(' OR ')})`),
    values: Object.fromEntries(sought.map((word, at) => [`word${at}`, word])),
  };
}

/** Selects the rows whose folded text contains each of these folded words. */
export function withWords<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  words: string,
): SelectQueryBuilder<Row> {
  const { conditions, values } = wordsIn([column], words);
  for (const condition of conditions) query.andWhere(condition);
  return query.setParameters(values);
}
