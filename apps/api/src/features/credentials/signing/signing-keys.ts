import type { readSigningKeys, ReplyOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { allow } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { mayKeepAwards } from '../credentials.policy';
import { KeyRing } from './key-ring';
import { SigningKey } from './signing-key.entity';

/** The issuer's keys, as the registrar sees and replaces them. */
@Injectable()
export class SigningKeys {
  constructor(
    private readonly database: Database,
    private readonly transaction: Transaction,
    private readonly people: PeopleDirectory,
    private readonly ring: KeyRing,
  ) {}

  /** The newest first, each with how many credentials it signed. The private halves are not read. */
  async list(): Promise<ReplyOf<typeof readSigningKeys>> {
    const keys = await this.database.rows(
      rowsOf(
        SigningKey,
        '',
        {},
        {
          columns: ['id', 'publicKeyMultibase', 'current', 'madeAt', 'retiredAt', 'retiredBy'],
          beside: { signed: countSigned(''), valid: countSigned(" AND credential.state = 'valid'") },
          by: ['id'],
        },
      ),
    );
    const people = await this.people.byIds(keys.flatMap(({ retiredBy }) => retiredBy ?? []));
    const items = keys
      .reverse()
      .map(({ id, publicKeyMultibase, current, madeAt, retiredAt, retiredBy, ...counts }) => ({
        ...{ id, publicKey: publicKeyMultibase, isCurrent: current !== null, madeAt: madeAt.toISOString() },
        ...{ signed: Number(counts.signed), valid: Number(counts.valid) },
        retired: retiredAt && { at: retiredAt.toISOString(), by: people.get(retiredBy ?? '')?.name ?? '' },
      }));
    return { items };
  }

  /** Refusals: credentials.key-not-current. */
  async replace(actor: Actor, keyId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      await this.ring.replace(tx, keyId, actor.accountId);
    });
  }
}

const countSigned = (more: string) => `(SELECT COUNT(*) FROM credential WHERE credential.keyId = it.id${more})`;
