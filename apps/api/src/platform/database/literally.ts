import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** A text as a part of a pattern, where it means nothing but itself: `LIKE :part ESCAPE '!'`. To neither database the sign means anything else. */
export const literally = (text: string): string => text.replace(/[!%_]/g, '!$&');

/** Selects the rows whose folded text contains each of these folded words. A pattern would not do: for SQLite a NUL ends it. */
export function withWords<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  words: string,
): SelectQueryBuilder<Row> {
  for (const [at, word] of words.split(' ').filter(Boolean).entries())
    query.andWhere(`INSTR(${column}, :word${at}) > 0`, { [`word${at}`]: word });
  return query;
}
