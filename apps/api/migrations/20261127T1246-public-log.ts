import { randomBytes } from 'node:crypto';
import { digestOf, entryOf, grown, type Hash, type JsonObject, type LogFact, toBase64 } from '@libretto/credentials';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createGuards, dropGuards, type Guard } from '../src/platform/database/guards';
import { newId } from '../src/platform/database/new-id';
import { code, createTables, id, instant, json, line, reference, whole } from '../src/platform/database/schema';

const guards: Record<string, Guard> = {
  log_entry_stays: {
    before: 'DELETE',
    of: 'log_entry',
    when: '1 = 1',
    says: 'An entry of the public log is never deleted.',
  },
  log_entry_stays_as_it_is: {
    before: 'UPDATE',
    of: 'log_entry',
    when: '1 = 1',
    says: 'An entry of the public log never changes.',
  },
};

interface Row {
  readonly id: string;
  readonly state: 'valid' | 'superseded' | 'revoked';
  readonly issuedAt: Date | string;
  readonly endedAt: Date | string | null;
}

/** What became of a credential, and when: as the database writes the instant, and as the log does. */
interface Happened {
  readonly credentialId: string;
  readonly kind: LogFact['kind'];
  readonly stored: Date | string;
  readonly at: string;
}

/** The log of what is issued, superseded and revoked, with all that was so before there was one, in its order. */
export class PublicLog1795783560000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, {
      log_head: { columns: { id: id(), size: whole(), peaks: json() } },
      log_entry: {
        columns: { id: id(), number: whole(), entry: line(44), completed: json() },
        unique: [['number']],
      },
      log_opening: {
        columns: {
          id: id(),
          credentialId: reference('credential'),
          kind: code(),
          at: instant(),
          salt: line(43),
          number: whole(),
        },
        unique: [['credentialId', 'kind'], ['number']],
      },
    });
    await logWhatWasBefore(runner);
    await createGuards(runner, guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropGuards(runner, guards);
    for (const table of ['log_opening', 'log_entry', 'log_head']) await runner.dropTable(table);
  }
}

async function logWhatWasBefore(runner: QueryRunner): Promise<void> {
  const rows: Row[] = await runner.query(
    'SELECT id, state, issuedAt, endedAt FROM credential ORDER BY issuedAt, number',
  );
  const happened = rows
    .flatMap(({ id: credentialId, state, issuedAt, endedAt }): Happened[] => [
      { credentialId, kind: 'issued', stored: issuedAt, at: instantOf(issuedAt) },
      ...(state !== 'valid' && endedAt !== null
        ? [{ credentialId, kind: state, stored: endedAt, at: instantOf(endedAt) }]
        : []),
    ])
    .sort((one, other) => one.at.localeCompare(other.at));
  const digests = new Map<string, string>();
  let peaks: readonly Hash[] = [];
  for (const [number, { credentialId, kind, stored, at }] of happened.entries()) {
    const credential = digests.get(credentialId) ?? (await digestIn(runner, credentialId));
    digests.set(credentialId, credential);
    const salt = randomBytes(32).toString('base64url');
    const entry = entryOf({ kind, credential, at, salt });
    const next = grown(number, peaks, entry);
    peaks = next.peaks;
    const completed = JSON.stringify(next.completed.map(toBase64));
    await put(runner, 'log_entry', { id: newId(), number, entry: toBase64(entry), completed });
    await put(runner, 'log_opening', { id: newId(), credentialId, kind, at: stored, salt, number });
  }
  if (happened.length > 0)
    await put(runner, 'log_head', {
      ...{ id: '00000000-0000-7000-8000-000000000001', size: happened.length },
      peaks: JSON.stringify(peaks.map(toBase64)),
    });
}

async function digestIn(runner: QueryRunner, credentialId: string): Promise<string> {
  const [row]: { signed: string }[] = await runner.query('SELECT signed FROM credential WHERE id = ?', [credentialId]);
  return digestOf(JSON.parse(row?.signed ?? '{}') as JsonObject);
}

/** SQLite gives an instant as the text that was stored. */
const instantOf = (stored: Date | string): string =>
  (stored instanceof Date ? stored : new Date(`${stored.replace(' ', 'T').replace(/Z$/, '')}Z`)).toISOString();

/** In SQL: a query builder would write the JSON once more, as the entity of the table does. */
const put = (runner: QueryRunner, table: string, row: Readonly<Record<string, unknown>>) =>
  runner.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );
