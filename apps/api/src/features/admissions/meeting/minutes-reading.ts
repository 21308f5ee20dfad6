import { createHash } from 'node:crypto';
import type { MinutesForm, MinutesView } from '@libretto/contracts';
import { minutesForms } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { EditionDirectory } from '../../editions';
import { Recusals } from '../dossier/recusals';
import { lineOf } from './meetings';
import { minutesSheet } from './minutes-sheet';
import { Minutes, MinutesDocument, MinutesItem } from './minutes.entity';

interface Of {
  editionId: string;
  meetingId: string;
}

/** The minutes of one meeting as one reader may have them. */
interface ReadByOne {
  readonly minutes: Minutes;
  readonly items: readonly MinutesItem[];
  /** The same for all who may read the same items; another one once words were erased from one of them. */
  readonly extract: string;
}

/** Gives minutes to their readers: nobody gets an item that they are in conflict with, on screen or in a file. */
@Injectable()
export class MinutesReading {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly recusals: Recusals,
    private readonly languages: Languages,
  ) {}

  async of(actor: Actor, of: Of, language: string): Promise<MinutesView> {
    const [card, { minutes, items, extract }] = await Promise.all([
      this.editions.byId(of.editionId),
      this.forReader(actor, of),
    ]);
    const edition = orNotFound(card);
    const made = await this.database.read.findBy(MinutesDocument, { meetingId: of.meetingId, extract });
    const codes = this.languages.all().map(({ code }) => code);
    const spoken = codes.includes(language) ? language : 'en';
    return {
      ...lineOf(edition),
      sheet: minutesSheet(
        minutes.record,
        items.map(({ record }) => record),
        spoken,
        this.languages.in(spoken),
      ),
      documents: codes.flatMap((code) =>
        minutesForms.map((form) => {
          const document = made.find((one) => one.language === code && one.form === form);
          return { language: code, form, state: document?.state ?? null };
        }),
      ),
    };
  }

  async forReader({ accountId }: Actor, { editionId, meetingId }: Of): Promise<ReadByOne> {
    const ofThis =
      'JOIN meeting ON meeting.id = it.meetingId WHERE meeting.id = :meetingId AND meeting.editionId = :editionId';
    const [rows, leftOut] = await Promise.all([
      this.database.together({
        minutes: rowsOf(Minutes, ofThis, { editionId, meetingId }),
        all: rowsOf(MinutesItem, ofThis, { editionId, meetingId }, { by: ['id'] }),
      }),
      this.recusals.of(accountId, editionId),
    ]);
    const minutes = orNotFound(rows.minutes[0]);
    const { all } = rows;
    const items = all.filter(({ applicationId }) => !leftOut.has(applicationId));
    const said = items.map(({ id, erasedAt }) => `${id} ${erasedAt?.toISOString() ?? ''}`).join('\n');
    return { minutes, items, extract: createHash('sha256').update(said).digest('hex') };
  }

  /** The id of a file with exactly the items that this reader may read today. */
  async fileFor(
    actor: Actor,
    { language, form, ...of }: Of & { language: string; form: MinutesForm },
  ): Promise<string> {
    const { extract } = await this.forReader(actor, of);
    const document = await this.database.read.findOneBy(MinutesDocument, {
      meetingId: of.meetingId,
      extract,
      language,
      form,
      state: 'ready',
    });
    return orNotFound(document).id;
  }
}
