import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { PeopleDirectory } from '../../../accounts';
import { EnrolmentDirectory } from '../../../places';
import { Award } from '../../award/award.entity';
import { corrected } from '../../award/award-snapshot';
import { Credential } from '../../award/credential.entity';
import { qualificationOf } from '../../documents/printing';
import { credentialIssuedMail } from '../mail/credential-issued.mail';
import { credentialRevokedMail } from '../mail/credential-revoked.mail';
import { tellHolder } from './tell-holder.job';

@HandlesJob(tellHolder)
export class TellHolder implements JobHandler<{ credentialId: string; what: 'issued' | 'revoked' }> {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly postman: Postman,
  ) {}

  /** The key is the credential's: even if the job repeats, the holder gets each mail once. */
  async run({ credentialId, what }: { credentialId: string; what: 'issued' | 'revoked' }): Promise<void> {
    const credential = await this.database.read.findOneByOrFail(Credential, { id: credentialId });
    const award = await this.database.read.findOneByOrFail(Award, { id: credential.awardId });
    const enrolment = (await this.enrolments.byIds([award.enrolmentId])).get(award.enrolmentId);
    const holder = enrolment && (await this.people.byIds([enrolment.accountId])).get(enrolment.accountId);
    if (!holder) throw new Error(`The holder of the credential ${credentialId} is not there.`);

    const { record } = corrected(award.snapshot, credential.correction);
    const titles = qualificationOf(record);
    const about = {
      givenName: record.learner.givenName,
      title: titles[holder.language] ?? titles.en,
      path: `/credentials/${award.publicId}`,
    };
    const parcel = { key: `credentials.${what} ${credentialId}`, to: holder };
    if (what === 'issued')
      await this.postman.send(credentialIssuedMail, {
        ...parcel,
        data: { ...about, corrected: credential.number > 1 },
      });
    else
      await this.postman.send(credentialRevokedMail, {
        ...parcel,
        data: { ...about, reason: credential.reason ?? '' },
      });
  }
}
