import type { ProgrammeDefinition } from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { aCourse } from './course';
import type { TestApp } from './test-app';
import { RequirementsMet } from '../features/completion';
import { Award } from '../features/credentials/award/award.entity';
import { Credential } from '../features/credentials/award/credential.entity';
import { LearnerConfirmation } from '../features/credentials/award/learner-confirmation.entity';

/** Nothing is required of a participant: begin where completion ends. */
const nothingAsked = { completion: { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false } };

type Learner = Pick<LearnerConfirmation, 'givenName' | 'familyName' | 'birthDate'>;

/** A course of so many participants who confirmed this name, and whose credentials wait for the job that issues them. */
export async function awardsToIssue(
  app: TestApp,
  many: number,
  learner: Learner,
  definition: Partial<ProgrammeDefinition> = {},
) {
  const course = await aCourse(app, many, { ...nothingAsked, ...definition });
  const ids = course.participants.map(({ enrolment }) => enrolment.id);
  const confirmed = { ...learner, confirmedAt: app.clock.now() };
  await app.build(LearnerConfirmation, ...ids.map((enrolmentId) => ({ id: newId(), enrolmentId, ...confirmed })));
  await app.get(Transaction).run(async (tx) => {
    for (const enrolmentId of ids) await tx.publish(new RequirementsMet(enrolmentId));
  });
  return course;
}

/** The award and the credential of an enrolment. */
export async function issuedTo(app: TestApp, enrolmentId: string) {
  const [award] = await app.rows(Award, { enrolmentId });
  const [credential] = await app.rows(Credential, { awardId: award?.id });
  if (!award || !credential) throw new Error('Nothing was issued.');
  return { award, credential };
}

/** A participant of a course of their own whose credential was issued by its job, with this confirmed name. */
export async function anIssuedCredential(app: TestApp, learner: Learner) {
  const { edition, participants } = await awardsToIssue(app, 1, learner);
  const [person] = participants;
  if (!person) throw new Error('A course has participants.');
  const faults = await app.runJobs();
  if (faults.length) throw new Error(faults.join());
  const { award, credential } = await issuedTo(app, person.enrolment.id);
  return {
    editionId: edition.id,
    holder: person.caller,
    account: person.account,
    award,
    credential,
    params: { publicId: award.publicId },
  };
}
