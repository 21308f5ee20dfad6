import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs/handler';
import { wordDeadline } from '../../../platform/language/word-moment';
import { Postman } from '../../../platform/mail/postman';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { EnrolmentDirectory } from '../../places';
import { surveyOpenMail } from '../mail/survey-open.mail';
import { SurveyParticipations } from '../survey-participations';
import { SurveyRows } from '../survey-rows';
import { tellOfSurvey } from './tell-of-survey.job';

@HandlesJob(tellOfSurvey)
export class TellOfSurvey implements JobHandler<{ enrolmentId: string }> {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly people: PeopleDirectory,
    private readonly participations: SurveyParticipations,
    private readonly rows: SurveyRows,
    private readonly postman: Postman,
  ) {}

  async run({ enrolmentId }: { enrolmentId: string }, { id }: JobRun): Promise<void> {
    const enrolment = (await this.enrolments.byIds([enrolmentId])).get(enrolmentId);
    const edition = enrolment && (await this.editions.byId(enrolment.editionId));
    const person = enrolment && (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    if (!edition || !person) throw new Error(`enrolment ${enrolmentId} has lost its person or edition`);
    const time = await this.rows.timeOf(edition, this.rows.of(edition.id));
    const answered = await this.participations.of([enrolmentId]);
    // They have answered meanwhile, or it is over.
    if (time?.standing !== 'open' || answered.has(enrolmentId)) return;
    const { title } = edition.definition;
    await this.postman.send(surveyOpenMail, {
      key: id,
      to: person,
      data: {
        givenName: person.givenName,
        programme: title[person.language] ?? title.en,
        until: wordDeadline(time.until, person, edition),
        editionId: edition.id,
      },
    });
  }
}
