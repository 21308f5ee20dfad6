import { endOfFetching, redeemOffer } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { Transaction } from '../../../platform/database/transaction';
import { preAuthorized } from './wallet-metadata';
import { ProtocolError } from './protocol-error';
import { WalletOffer } from './wallet-offer.entity';
import { WalletSecrets } from './wallet-secrets';

/** The parts of a token request, as a form has them. */
export type TokenRequest = Readonly<Record<string, unknown>>;

@Injectable()
export class RedeemOffer {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly secrets: WalletSecrets,
  ) {}

  /** Gives a token for the code of an offer, once; many at once wait for its row. */
  async run(asked: TokenRequest): Promise<object> {
    const { grant_type: grant, tx_code: transactionCode } = asked;
    const code = asked['pre-authorized_code'];
    if (typeof grant !== 'string') throw new ProtocolError('invalid_request');
    if (grant !== preAuthorized) throw new ProtocolError('unsupported_grant_type');
    if (typeof code !== 'string' || typeof transactionCode !== 'string') throw new ProtocolError('invalid_request');
    const token = this.secrets.newToken();
    const now = this.clock.now();
    // A wrong code is counted, so the transaction ends well and the no comes after it.
    const became = await this.transaction.run(async (tx) => {
      const [offer] = await tx.lockAll(WalletOffer, { codeHash: this.secrets.hashOf(code) });
      if (!offer) return 'gone';
      const hash = this.secrets.hashOfTransactionCode(transactionCode, offer.id);
      const redeemed = redeemOffer(offer, hash === offer.transactionCodeHash, now);
      if (redeemed === 'wrong-code') await tx.save(Object.assign(offer, { tries: offer.tries + 1 }));
      if (redeemed === 'redeemed')
        await tx.save(Object.assign(offer, { redeemedAt: now, tokenHash: this.secrets.hashOf(token) }));
      return redeemed;
    });
    if (became !== 'redeemed') throw new ProtocolError('invalid_grant');
    const expiresIn = (endOfFetching(now).getTime() - now.getTime()) / 1000;
    return { access_token: token, token_type: 'Bearer', expires_in: expiresIn };
  }
}
