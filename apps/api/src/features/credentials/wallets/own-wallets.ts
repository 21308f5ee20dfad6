import type { offerToWallet as offerRoute, readWallets, ReplyOf } from '@libretto/contracts';
import { type Actor, agree, endOfOffer, isOpenOffer, offerToWallet, refuse, transactionDigits } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { newId } from '../../../platform/database/new-id';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { type Allowance, Limits } from '../../../platform/limits/limits';
import { orRefuse, Refused } from '../../../platform/refusals/refused';
import { Award } from '../award/award.entity';
import { Credential } from '../award/credential.entity';
import { CurrentCredentials } from '../award/current-credentials';
import { OwnEnrolment } from '../award/own-enrolment';
import { WalletCopy } from './wallet-copy.entity';
import { formatsOfWallets } from './wallet-formats';
import { preAuthorized } from './wallet-metadata';
import { WalletOffer } from './wallet-offer.entity';
import { WalletSecrets } from './wallet-secrets';

/** Far more than anybody has wallets. What a wallet did with an offer stays in the list. */
const offersByOnePerson: Allowance = { name: 'wallet-offers', times: 20, seconds: 3600 };

/** The copies in wallets of the signed-in person's credential of one edition, and offers of further ones. */
@Injectable()
export class OwnWallets {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly own: OwnEnrolment,
    private readonly current: CurrentCredentials,
    private readonly secrets: WalletSecrets,
  ) {}

  async read(actor: Actor, editionId: string): Promise<ReplyOf<typeof readWallets>> {
    const { id } = await this.own.of(actor, editionId);
    const [copies, offers, [credential]] = await Promise.all([
      this.database.rows(rowsOf(WalletCopy, ofEnrolment, { id }, { by: ['id'] })),
      this.database.rows(rowsOf(WalletOffer, `${ofEnrolment} AND it.redeemedAt IS NULL`, { id })),
      this.database.rows(
        rowsOf(Credential, `${ofEnrolment} AND it.state <> 'superseded'`, { id }, { columns: ['state'] }),
      ),
    ]);
    const now = this.clock.now();
    return {
      copies: copies
        .map(({ id: copyId, format, keys, state, madeAt }) => ({
          ...{ id: copyId, format, keys, state },
          madeAt: madeAt.toISOString(),
        }))
        .reverse(),
      openUntil: offers.find((offer) => isOpenOffer(offer, now))?.endsAt.toISOString() ?? null,
      can: { offer: agree(offerToWallet(credential?.state ?? null)) },
    };
  }

  /** Makes an offer, in place of one that no wallet took. Refusals: credentials.not-for-wallets. */
  async offer(actor: Actor, editionId: string): Promise<ReplyOf<typeof offerRoute>> {
    const { id: enrolmentId } = await this.own.of(actor, editionId);
    await this.limits.take(offersByOnePerson, actor.accountId);
    const award = await this.database.read.findOneBy(Award, { enrolmentId });
    if (!award) throw new Refused(refuse('credentials.not-for-wallets'));
    const [code, transactionCode] = [this.secrets.newToken(), this.secrets.newTransactionCode()];
    const endsAt = await this.transaction.run(async (tx) => {
      // Locked first: of two requests at once the later one's offer is open.
      await tx.lock(Award, award.id);
      const credential = await this.current.ofAward(award.id);
      orRefuse(offerToWallet(credential?.state ?? null));
      await tx.manager.delete(WalletOffer, { awardId: award.id, redeemedAt: IsNull() });
      const [id, madeAt] = [newId(), this.clock.now()];
      await tx.insert(WalletOffer, {
        ...{ id, awardId: award.id, codeHash: this.secrets.hashOf(code), tries: 0, answers: 0, madeAt },
        transactionCodeHash: this.secrets.hashOfTransactionCode(transactionCode, id),
        ...{ endsAt: endOfOffer(madeAt), redeemedAt: null, tokenHash: null },
      });
      return endOfOffer(madeAt);
    });
    return { link: this.linkTo(code), transactionCode, endsAt: endsAt.toISOString() };
  }

  /** By value: the link holds all that a wallet needs, and nothing of it is kept to be asked for. */
  private linkTo(code: string): string {
    const offer = {
      credential_issuer: this.config.publicUrl,
      credential_configuration_ids: [...formatsOfWallets.keys()],
      grants: {
        [preAuthorized]: {
          'pre-authorized_code': code,
          tx_code: { input_mode: 'numeric', length: transactionDigits },
        },
      },
    };
    return `openid-credential-offer://?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`;
  }
}

const ofEnrolment = 'JOIN award ON award.id = it.awardId WHERE award.enrolmentId = :id';
