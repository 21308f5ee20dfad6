import { mayGiveCopies, tokenHolds } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { Refused } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { Award } from '../award/award.entity';
import { corrected } from '../award/award-snapshot';
import { Credential } from '../award/credential.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { KeyRing } from '../signing/key-ring';
import { KeyProofs } from './key-proofs';
import { ProtocolError } from './protocol-error';
import { WalletCopy } from './wallet-copy.entity';
import { formatsOfWallets } from './wallet-formats';
import { WalletOffer } from './wallet-offer.entity';
import { WalletSecrets } from './wallet-secrets';

/** A credential request, as a wallet writes it. */
export type CredentialRequest = Readonly<Record<string, unknown>>;

@Injectable()
export class GiveCopies {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly current: CurrentCredentials,
    private readonly keys: KeyRing,
    private readonly proofs: KeyProofs,
    private readonly secrets: WalletSecrets,
  ) {}

  /** The offer whose token this is, as long as the token holds. */
  async offerOf(token: string): Promise<WalletOffer> {
    const offer = await this.database.read.findOneBy(WalletOffer, { tokenHash: this.secrets.hashOf(token) });
    if (!offer || !tokenHolds(offer, this.clock.now())) throw new ProtocolError('invalid_token', 401);
    return offer;
  }

  /**
   * Signs a copy of the credential, as it stands now, for each key of the wallet; again, if the key that signed them was
   * withdrawn meanwhile.
   */
  async run(token: string, asked: CredentialRequest): Promise<object> {
    try {
      return await this.give(token, asked);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return this.give(token, asked);
    }
  }

  private async give(token: string, asked: CredentialRequest): Promise<object> {
    const offer = await this.offerOf(token);
    // First, so that a used-up token costs nothing.
    const found = await this.credentialOf(offer);
    const format = this.formatOf(asked);
    const holderKeys = await this.proofs.keysIn(asked['proofs']);
    const { record } = corrected(found.award.snapshot, found.credential.correction);
    const to = addresses(this.config);
    const [{ id: keyId, signer }, madeAt] = [await this.keys.current(), this.clock.now()];
    const status = { list: to.statusListToken(found.credential.statusList), index: found.credential.statusIndex };
    const credentials = await Promise.all(
      holderKeys.map((holderKey) =>
        format.write(record, { issuer: to.issuer, issuedAt: madeAt, status, holderKey }, signer),
      ),
    );
    const notificationId = this.secrets.newToken();
    await this.transaction.run(async (tx) => {
      const locked = await tx.lock(WalletOffer, offer.id);
      // It was corrected or revoked while this was signed: the wallet asks again, or learns that it may not.
      const now = await tx.hold(Credential, found.credential.id);
      if (!now || !mayGiveCopies(now.state, locked.answers)) throw new ProtocolError('credential_request_denied');
      await this.keys.stillTrusted(tx, keyId);
      await tx.save(Object.assign(locked, { answers: locked.answers + 1 }));
      await tx.insert(WalletCopy, {
        ...{ id: newId(), offerId: offer.id, awardId: offer.awardId, credentialId: now.id, madeAt },
        ...{ format: format.format, keys: credentials.length, state: 'given' },
        notificationHash: this.secrets.hashOf(notificationId),
      });
    });
    return { credentials: credentials.map((credential) => ({ credential })), notification_id: notificationId };
  }

  private formatOf(asked: CredentialRequest) {
    if (asked['credential_response_encryption'] !== undefined) throw new ProtocolError('invalid_encryption_parameters');
    const name = asked['credential_configuration_id'];
    if (typeof name !== 'string') throw new ProtocolError('invalid_credential_request');
    const format = formatsOfWallets.get(name);
    if (!format) throw new ProtocolError('unknown_credential_configuration');
    return format;
  }

  private async credentialOf({ awardId, answers }: WalletOffer): Promise<{ award: Award; credential: Credential }> {
    const award = await this.database.read.findOneBy(Award, { id: awardId });
    const credential = await this.current.ofAward(awardId);
    if (!award || !credential || !mayGiveCopies(credential.state, answers))
      throw new ProtocolError('credential_request_denied');
    return { award, credential };
  }
}
