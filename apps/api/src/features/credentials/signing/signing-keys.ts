import type { readSigningKeys, ReplyOf } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { Transaction } from '../../../platform/database/transaction';
import { allow } from '../../../platform/refusals/refused';
import { PeopleDirectory } from '../../accounts';
import { SigningKeyWithdrawn } from '../credentials.events';
import { mayKeepAwards } from '../credentials.policy';
import { KeyRing } from './key-ring';
import { SigningKey } from './signing-key.entity';

/** The issuer's keys, as the registrar sees, replaces and withdraws them. */
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
          columns: [
            ...(['id', 'publicKeyMultibase', 'current', 'madeAt', 'retiredAt', 'retiredBy'] as const),
            ...(['compromisedAt', 'compromisedBy', 'compromisedWhy'] as const),
          ],
          beside: {
            signed: countSigned(''),
            valid: countSigned(" AND credential.state = 'valid'"),
            left: countSigned(' AND credential.validFor IS NOT NULL'),
          },
          by: ['id'],
        },
      ),
    );
    const people = await this.people.byIds(
      keys.flatMap(({ retiredBy, compromisedBy }) => [retiredBy ?? [], compromisedBy ?? []].flat()),
    );
    const nameOf = (accountId: string | null) => people.get(accountId ?? '')?.name ?? '';
    const items = keys.reverse().map((key) => ({
      ...{ id: key.id, publicKey: key.publicKeyMultibase, isCurrent: key.current !== null },
      ...{ madeAt: key.madeAt.toISOString(), signed: Number(key.signed), valid: Number(key.valid) },
      retired: key.retiredAt && { at: key.retiredAt.toISOString(), by: nameOf(key.retiredBy) },
      compromised: key.compromisedAt && {
        ...{ at: key.compromisedAt.toISOString(), by: nameOf(key.compromisedBy) },
        ...{ reason: key.compromisedWhy ?? '', left: Number(key.left) },
      },
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

  /** Everything that the key signed is queued to be signed again. Refusals: credentials.key-reported-already. */
  async withdraw(actor: Actor, keyId: string, why: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      allow(mayKeepAwards(actor, {}));
      await this.ring.withdraw(tx, keyId, { by: actor.accountId, why });
      await tx.publish(new SigningKeyWithdrawn(keyId));
    });
  }
}

const countSigned = (more: string) => `(SELECT COUNT(*) FROM credential WHERE credential.keyId = it.id${more})`;
