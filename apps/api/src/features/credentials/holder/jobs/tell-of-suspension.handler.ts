import { Database } from '../../../../platform/database/database';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import { CredentialSuspension } from '../../award/credential-suspension.entity';
import { Holders } from '../holders';
import { credentialReinstatedMail } from '../mail/credential-reinstated.mail';
import { credentialSuspendedMail } from '../mail/credential-suspended.mail';
import { tellOfSuspension } from './tell-of-suspension.job';

interface Told {
  readonly suspensionId: string;
  readonly what: 'suspended' | 'reinstated';
}

@HandlesJob(tellOfSuspension)
export class TellOfSuspension implements JobHandler<Told> {
  constructor(
    private readonly database: Database,
    private readonly holders: Holders,
    private readonly postman: Postman,
  ) {}

  /** The key is the suspension's: a credential may be suspended more than once. */
  async run({ suspensionId, what }: Told): Promise<void> {
    const suspension = await this.database.read.findOneByOrFail(CredentialSuspension, { id: suspensionId });
    const { holder, about } = await this.holders.of(suspension.credentialId);
    const parcel = { key: `credentials.${what} ${suspensionId}`, to: holder };
    if (what === 'suspended')
      await this.postman.send(credentialSuspendedMail, { ...parcel, data: { ...about, reason: suspension.reason } });
    else
      await this.postman.send(credentialReinstatedMail, {
        ...parcel,
        data: { ...about, reason: suspension.liftedReason ?? '' },
      });
  }
}
