import { Column, type ColumnOptions, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The column types of the product. Each means the same on SQLite, MariaDB and MySQL; migrations use the same words
 * (`schema.ts`). `{ optional: true }` makes it nullable.
 */
export interface Optional {
  optional?: boolean;
}
const column = (options: ColumnOptions, { optional = false }: Optional = {}) =>
  Column({ ...options, nullable: optional });

export const uuid = { type: 'varchar', length: 36 } as const;

/** The id of a row: a UUIDv7 that the command made. */
export const Id = () => PrimaryColumn(uuid);

/** A part of the key of a row that has no id of its own. */
export const InKey = (length: number = uuid.length) => PrimaryColumn({ type: 'varchar', length });

/** The id of another row, of any feature: `@Reference('Edition')` names the entity without importing it. */
export const Reference = (entity: string, options?: Optional): PropertyDecorator =>
  referring(entity, 'RESTRICT', options);

/** The same of a row that is made of the other one alone: it is deleted with it. */
export const MadeOf = (entity: string): PropertyDecorator => referring(entity, 'CASCADE');

const referring = (entity: string, onDelete: 'RESTRICT' | 'CASCADE', options?: Optional): PropertyDecorator => {
  const asColumn = column(uuid, options);
  const asKey = ForeignKey(entity, { onDelete, onUpdate: 'RESTRICT' });
  return (target, property) => {
    asColumn(target, property);
    asKey(target, property);
  };
};

/** One of a few words of the code: a state, a kind, a role. */
export const Code = (options?: Optional) => column({ type: 'varchar', length: 40 }, options);

/** One line of text, at most `length` characters. */
export const Line = (length = 200, options?: Optional) => column({ type: 'varchar', length }, options);

/** Text of any length. */
export const Paragraph = (options?: Optional) => column({ type: 'text' }, options);

/** A UTC instant with milliseconds. */
export const Instant = (options?: Optional) => column({ type: 'datetime', precision: 3 }, options);

/** A calendar day, `2026-11-23`: text, so that no driver moves it across a time zone. */
export const Day = (options?: Optional) => column({ type: 'varchar', length: 10 }, options);

/** A whole number: minutes, bytes, counts. */
export const Whole = (options?: Optional) => column({ type: 'int' }, options);

export const Flag = (options?: Optional) => column({ type: 'boolean' }, options);

/** Binary data. */
export const Bytes = (options?: Optional) => column({ type: 'blob' }, options);

/** Plain data, kept as JSON text. */
export const Json = (options?: Optional) =>
  column(
    {
      type: 'text',
      transformer: {
        to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
        from: (text: string | null) => (text === null ? null : JSON.parse(text)),
      },
    },
    options,
  );
