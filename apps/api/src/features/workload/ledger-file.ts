import type { InputOf, LedgerEntry, readLedgerFile } from '@libretto/contracts';
import { type Actor, localTimeOf } from '@libretto/domain';
import type { KeyBelow } from '@libretto/language';
import { Injectable } from '@nestjs/common';
import { Languages } from '../../platform/language/languages';
import { type Column, sheetOf } from '../../platform/sheets/sheet';
import { SheetWriter } from '../../platform/sheets/sheet-writer';
import { orNotFound } from '../../platform/refusals/refused';
import { EditionDirectory } from '../editions';
import { LedgerOfEnrolment } from './ledger-of-enrolment';

/** One person's ledger as a table: who may read the page may have the file. */
@Injectable()
export class LedgerFile {
  constructor(
    private readonly ledger: LedgerOfEnrolment,
    private readonly editions: EditionDirectory,
    private readonly languages: Languages,
    private readonly sheets: SheetWriter,
  ) {}

  async of(
    actor: Actor,
    { params, query }: InputOf<typeof readLedgerFile>,
  ): Promise<{ name: string; content: Buffer }> {
    const { name, entries } = await this.ledger.read(actor, { params, query: {}, body: undefined });
    const { timeZone } = orNotFound(await this.editions.byId(params.editionId));
    const say = this.languages.in(query.language);
    const columns: Column<KeyBelow<'workload.sheet'>, LedgerEntry>[] = [
      ['day', 12, ({ day }) => day],
      ['module', 8, ({ moduleNumber }) => moduleNumber],
      ['kind', 16, ({ kind }) => say(`workload.kinds.${kind}`)],
      ['kind-code', 12, ({ kind }) => kind],
      ['minutes', 10, ({ minutes }) => minutes],
      ['source', 14, ({ source }) => source],
      ['note', 40, ({ note }) => note],
      ['reason', 40, ({ reason }) => reason],
      ['by', 28, ({ by }) => by],
      ['at', 17, ({ at }) => ({ local: localTimeOf(new Date(at), timeZone) })],
      ['reverses', 38, ({ reverses }) => reverses],
      ['id', 38, ({ id }) => id],
    ];
    const sheet = sheetOf(say('workload.sheet.name'), entries.toReversed(), columns, (heading) =>
      say(`workload.sheet.${heading}`, { zone: timeZone }),
    );
    return { name: `${sheet.name} ${name}`, content: await this.sheets.write(query.format, sheet) };
  }
}
