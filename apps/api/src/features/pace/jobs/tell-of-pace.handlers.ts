import { Database } from '../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { behindRows } from '../behind-rows';
import { behindMail } from '../mail/behind.mail';
import { participantsBehindMail } from '../mail/participants-behind.mail';
import { tellBehind, tellTutor } from './tell-of-pace.job';

@HandlesJob(tellBehind)
export class TellBehind implements JobHandler<{ enrolmentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ enrolmentId }: { enrolmentId: string }, { id }: JobRun): Promise<void> {
    const [behind] = await this.database.rows(behindRows('it.enrolmentId = :enrolmentId', { enrolmentId }));
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    // They have caught up in the meantime.
    if (!behind || !enrolment) return;
    const edition = await this.editions.byId(enrolment.editionId);
    const person = (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    if (!edition || !person) throw new Error(`enrolment ${enrolmentId} has lost its person or edition`);
    const { title } = edition.definition;
    await this.postman.send(behindMail, {
      key: id,
      to: person,
      data: {
        givenName: person.givenName,
        programme: title[person.language] ?? title.en,
        recorded: behind.recorded,
        foreseen: behind.foreseen,
        editionId: edition.id,
      },
    });
  }
}

interface ToTutor {
  editionId: string;
  accountId: string;
  enrolmentIds: string[];
}

@HandlesJob(tellTutor)
export class TellTutor implements JobHandler<ToTutor> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly postman: Postman,
  ) {}

  async run({ editionId, accountId, enrolmentIds }: ToTutor, { id }: JobRun): Promise<void> {
    const fallen = [...(await this.enrolments.byIds(enrolmentIds)).values()];
    const edition = await this.editions.byId(editionId);
    const people = await this.people.byIds([accountId, ...fallen.map((enrolment) => enrolment.accountId)]);
    const tutor = people.get(accountId);
    if (!edition || !tutor) throw new Error(`edition ${editionId} has lost its tutor`);
    const { title } = edition.definition;
    const names = fallen.map((enrolment) => people.get(enrolment.accountId)?.name ?? '').sort();
    await this.postman.send(participantsBehindMail, {
      key: id,
      to: tutor,
      data: { givenName: tutor.givenName, programme: title[tutor.language] ?? title.en, names, editionId },
    });
  }
}
