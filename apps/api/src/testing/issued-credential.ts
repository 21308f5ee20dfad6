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

/** A participant of a course of their own whose credential was issued by its job, with this confirmed name. */
export async function anIssuedCredential(
  app: TestApp,
  learner: Pick<LearnerConfirmation, 'givenName' | 'familyName' | 'birthDate'>,
) {
  const { edition, participants } = await aCourse(app, 1, nothingAsked);
  const [person] = participants;
  if (!person) throw new Error('A course has participants.');
  const enrolmentId = person.enrolment.id;
  await app.build(LearnerConfirmation, { id: newId(), enrolmentId, ...learner, confirmedAt: app.clock.now() });
  await app.get(Transaction).run((tx) => tx.publish(new RequirementsMet(enrolmentId)));
  const faults = await app.runJobs();
  const [award] = await app.rows(Award, { enrolmentId });
  const [credential] = await app.rows(Credential, { awardId: award?.id });
  if (!award || !credential) throw new Error(`Nothing was issued. ${faults.join()}`);
  return {
    editionId: edition.id,
    holder: person.caller,
    account: person.account,
    award,
    credential,
    params: { publicId: award.publicId },
  };
}
