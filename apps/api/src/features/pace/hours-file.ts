import type { HoursView, InputOf, readHoursFile } from '@libretto/contracts';
import { allMinutes } from '@libretto/domain';
import { type KeyBelow, wordCountry } from '@libretto/language';
import { Injectable } from '@nestjs/common';
import { Languages } from '../../platform/language/languages';
import { orNotFound } from '../../platform/refusals/refused';
import { type Column, sheetOf } from '../../platform/sheets/sheet';
import { SheetWriter } from '../../platform/sheets/sheet-writer';
import { EditionDirectory } from '../editions';
import { HoursOfParticipants } from './hours-of-participants';

type Line = HoursView['items'][number];

/** The hours of everybody in an edition as a table. */
@Injectable()
export class HoursFile {
  constructor(
    private readonly hours: HoursOfParticipants,
    private readonly editions: EditionDirectory,
    private readonly languages: Languages,
    private readonly sheets: SheetWriter,
  ) {}

  async of({ params, query }: InputOf<typeof readHoursFile>): Promise<{ name: string; content: Buffer }> {
    const edition = orNotFound(await this.editions.byId(params.editionId));
    const { hours, ects } = edition.definition.workload;
    const say = this.languages.in(query.language);
    const columns: Column<KeyBelow<'pace.sheet'>, Line>[] = [
      ['participant', 28, ({ name }) => name],
      ['institution', 36, ({ institution }) => institution],
      ['country', 16, ({ country }) => wordCountry(query.language, country)],
      ['country-code', 8, ({ country }) => country],
      ['contact', 12, ({ recorded }) => recorded.contact],
      ['self-study', 12, ({ recorded }) => recorded['self-study']],
      ['project', 12, ({ recorded }) => recorded.project],
      ['total', 12, ({ recorded }) => allMinutes(recorded)],
      ['ects', 8, ({ recorded }) => Math.round((allMinutes(recorded) * ects * 100) / (hours * 60)) / 100],
      ['behind', 14, ({ isBehind }) => (isBehind ? say('pace.list.is-behind') : say('pace.list.on-course'))],
      ['id', 38, ({ enrolmentId }) => enrolmentId],
    ];
    const lines = await this.hours.all(params.editionId);
    const sheet = sheetOf(say('pace.sheet.name'), lines, columns, (heading) => say(`pace.sheet.${heading}`));
    return { name: `${sheet.name} ${edition.name}`, content: await this.sheets.write(query.format, sheet) };
  }
}
