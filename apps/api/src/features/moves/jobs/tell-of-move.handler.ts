import { Database } from '../../../platform/database/database';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { ProgrammeQueries } from '../../programmes';
import { courseDifferences } from '../course-differences';
import { EditionMove } from '../edition-move.entity';
import { courseChangedMail } from '../course-changed.mail';
import { tellOfMove } from './tell-of-move.job';

@HandlesJob(tellOfMove)
export class TellOfMove implements JobHandler<{ moveId: string; enrolmentId: string }> {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly programmes: ProgrammeQueries,
    private readonly postman: Postman,
  ) {}

  async run({ moveId, enrolmentId }: { moveId: string; enrolmentId: string }, { id }: JobRun): Promise<void> {
    const move = await this.database.read.findOneByOrFail(EditionMove, { id: moveId });
    const [edition, enrolment, versions] = await Promise.all([
      this.editions.byId(move.editionId),
      this.enrolments.byIds([enrolmentId]).then((found) => found.get(enrolmentId)),
      this.programmes.versionsByIds([move.fromVersionId, move.toVersionId]),
    ]);
    const [from, to] = [versions.get(move.fromVersionId), versions.get(move.toVersionId)];
    if (!edition || !from || !to) throw new Error(`move ${moveId} has lost its edition or a version`);
    const person = enrolment && (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    // They have left meanwhile.
    if (!person) return;
    const { title } = to.definition;
    await this.postman.send(courseChangedMail, {
      key: id,
      to: person,
      data: {
        givenName: person.givenName,
        language: person.language,
        programme: title[person.language] ?? title.en,
        differences: courseDifferences(from.definition, to.definition),
        editionId: edition.id,
      },
    });
  }
}
