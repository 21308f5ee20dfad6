import { createHash } from 'node:crypto';
import type { MinutesForm, MinutesView } from '@libretto/contracts';
import { minutesForms } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { notFound, orNotFound } from '../../../platform/refusals/refused';
import { Languages } from '../../../platform/language/languages';
import { EditionDirectory } from '../../editions';
import { Recusals } from '../dossier/recusals';
import { Meeting } from './meeting.entity';
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
    const edition = orNotFound(await this.editions.byId(of.editionId));
    const { minutes, items, extract } = await this.forReader(actor, of);
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
          return { language: code, form, standing: document?.fileId ? 'made' : document ? 'asked' : 'none' };
        }),
      ),
    };
  }

  async forReader({ accountId }: Actor, { editionId, meetingId }: Of): Promise<ReadByOne> {
    const isOfEdition = await this.database.read.existsBy(Meeting, { id: meetingId, editionId });
    const minutes = isOfEdition ? await this.database.read.findOneBy(Minutes, { meetingId }) : null;
    if (!minutes) throw notFound();
    const leftOut = await this.recusals.of(accountId, editionId);
    const all = await this.database.read.find(MinutesItem, { where: { meetingId }, order: { id: 'ASC' } });
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
    });
    return orNotFound(document?.fileId);
  }
}
