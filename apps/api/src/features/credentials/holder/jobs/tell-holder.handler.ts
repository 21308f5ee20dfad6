import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Postman } from '../../../../platform/mail/postman';
import type { Credential } from '../../award/credential.entity';
import { Holders } from '../holders';
import { credentialIssuedMail, type Occasion } from '../mail/credential-issued.mail';
import { credentialRevokedMail } from '../mail/credential-revoked.mail';
import { tellHolder } from './tell-holder.job';

@HandlesJob(tellHolder)
export class TellHolder implements JobHandler<{ credentialId: string; what: 'issued' | 'revoked' }> {
  constructor(
    private readonly holders: Holders,
    private readonly postman: Postman,
  ) {}

  /** The key is the credential's: even if the job repeats, the holder gets each mail once. */
  async run({ credentialId, what }: { credentialId: string; what: 'issued' | 'revoked' }): Promise<void> {
    const { credential, holder, about } = await this.holders.of(credentialId);
    const parcel = { key: `credentials.${what} ${credentialId}`, to: holder };
    if (what === 'issued')
      await this.postman.send(credentialIssuedMail, { ...parcel, data: { ...about, as: occasionOf(credential) } });
    else
      await this.postman.send(credentialRevokedMail, {
        ...parcel,
        data: { ...about, reason: credential.reason ?? '' },
      });
  }
}

function occasionOf({ signedAgainAt, correction }: Credential): Occasion {
  if (signedAgainAt) return 'signed-again';
  return correction ? 'corrected' : 'issued';
}
