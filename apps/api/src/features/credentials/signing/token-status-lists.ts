import { signTokenStatusList, tokenStatuses } from '@libretto/credentials';
import type { CredentialState } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { Credential } from '../award/credential.entity';
import { KeyRing } from './key-ring';

/** A verifier may keep a list for a minute. */
const ttl = 60;

/**
 * The status lists as tokens, for the copies in wallets: a copy has the place of its credential, which is the same in all
 * lists. A list is signed for each request, as it is at that moment: that takes milliseconds.
 */
@Injectable()
export class TokenStatusLists {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {}

  async list(number: number): Promise<string> {
    if (number > 1 && !(await this.database.read.existsBy(Credential, { statusList: number }))) throw notFound();
    const others = await this.database.read.find(Credential, {
      select: { id: true, statusIndex: true, state: true },
      where: { statusList: number, state: Not('valid') },
    });
    const to = addresses(this.config);
    return signTokenStatusList(
      {
        ...{ id: to.statusListToken(number), issuer: to.issuer, issuedAt: this.clock.now(), ttl },
        statuses: new Map(others.map(({ statusIndex, state }) => [statusIndex, statusOf(state)])),
      },
      await this.keys.signer(),
    );
  }
}

const statusOf = (state: CredentialState): number =>
  state === 'suspended' ? tokenStatuses.suspended : tokenStatuses.ended;
