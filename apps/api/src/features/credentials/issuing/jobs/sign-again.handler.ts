import { Database } from '../../../../platform/database/database';
import { Transaction } from '../../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../../platform/jobs/handler';
import { Award } from '../../award/award.entity';
import { corrected } from '../../award/award-snapshot';
import { Credential } from '../../award/credential.entity';
import { CredentialSigner } from '../../signing/credential-signer';
import { SigningKey } from '../../signing/signing-key.entity';
import { ReplaceCredential } from '../replace-credential';
import { signAgain } from './sign-again.job';

@HandlesJob(signAgain)
export class SignAgain implements JobHandler<{ credentialId: string }> {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly signer: CredentialSigner,
    private readonly replacing: ReplaceCredential,
  ) {}

  /** One that was replaced or revoked meanwhile, or signed again by an earlier run, is left as it is. */
  async run({ credentialId }: { credentialId: string }): Promise<void> {
    const credential = await this.database.read.findOneByOrFail(Credential, { id: credentialId });
    if (!credential.validFor || !credential.keyId) return;
    const award = await this.database.read.findOneByOrFail(Award, { id: credential.awardId });
    const withdrawn = await this.database.read.findOneByOrFail(SigningKey, { id: credential.keyId });
    const signed = await this.signer.sign(corrected(award.snapshot, credential.correction), award.publicId);
    await this.transaction.run(async (tx) => {
      await this.replacing.within(tx, { award, credentialId }, signed, {
        by: withdrawn.compromisedBy,
        reason: withdrawn.compromisedWhy,
        correction: 'as-before',
      });
    });
  }
}
