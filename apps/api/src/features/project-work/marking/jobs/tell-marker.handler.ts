import { HandlesJob, type JobHandler, type JobRun } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { orNotFound } from '../../../../platform/refusals/refused';
import { PeopleDirectory } from '../../../accounts';
import type { Wanted } from '../../project-work.events';
import { Participation } from '../../work/participation';
import { markingWantedMail } from '../mail/marking-wanted.mail';
import { tellMarker } from './tell-marker.job';

interface Payload {
  readonly editionId: string;
  readonly workId: string | null;
  readonly accountId: string;
  readonly why: Wanted;
}

@HandlesJob(tellMarker)
export class TellMarker implements JobHandler<Payload> {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly participation: Participation,
    private readonly postman: Postman,
  ) {}

  async run({ editionId, workId, accountId, why }: Payload, { id }: JobRun): Promise<void> {
    const to = orNotFound((await this.people.byIds([accountId])).get(accountId));
    const { title } = (await this.participation.edition(editionId)).definition;
    const about = { givenName: to.givenName, title: title[to.language] ?? title.en, editionId, workId, why };
    await this.postman.send(markingWantedMail, { key: id, to, data: about });
  }
}
