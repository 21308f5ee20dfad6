import { buildStatusList, type JsonObject, signCredential, type StatusPurpose } from '@libretto/credentials';
import { type CredentialState, endedStates } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Config } from '../../../platform/config/config';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { cellsOf } from '../../../platform/database/read-together';
import { notFound } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { Credential } from '../award/credential.entity';
import { KeyRing } from './key-ring';

/** The lists of one purpose: at which address, of which credentials, and what tells that one is unchanged. */
interface Kind {
  readonly address: (number: number) => string;
  readonly marked: (number: number) => Promise<Pick<Credential, 'statusIndex'>[]>;
  readonly version: (number: number) => Promise<string>;
}

/**
 * The signed lists of ended credentials, which older ones name, and of those that are not to be relied on, ended or
 * suspended. Each is signed anew only after it has changed.
 */
@Injectable()
export class StatusLists {
  private readonly kept = new Map<string, { version: string; list: Promise<JsonObject> }>();
  private readonly kinds: Readonly<Record<StatusPurpose, Kind>>;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {
    const to = addresses(config);
    const select = { id: true, statusIndex: true } as const;
    const ended = (statusList: number) => ({ statusList, state: In(endedStates) });
    const countEnded = (number: number) => database.read.countBy(Credential, ended(number));
    this.kinds = {
      revocation: {
        address: to.statusList,
        marked: (number) => database.read.find(Credential, { select, where: ended(number) }),
        // An ended credential never becomes valid again.
        version: async (number) => String(await countEnded(number)),
      },
      suspension: {
        address: to.suspensionList,
        marked: (statusList) =>
          database.read.find(Credential, { select, where: { statusList, state: Not<CredentialState>('valid') } }),
        version: async (number) => `${await countEnded(number)} ${await this.suspensions(number)}`,
      },
    };
  }

  async list(number: number, purpose: StatusPurpose): Promise<JsonObject> {
    if (number > 1 && !(await this.database.read.existsBy(Credential, { statusList: number }))) throw notFound();
    // A list that a withdrawn key signed is believed no more than a credential of it.
    const version = `${await this.keys.currentId()} ${await this.kinds[purpose].version(number)}`;
    const key = `${purpose} ${number}`;
    const kept = this.kept.get(key);
    if (kept?.version === version) return kept.list;
    const list = this.sign(number, purpose);
    this.kept.set(key, { version, list });
    list.catch(() => this.kept.delete(key));
    return list;
  }

  private async sign(number: number, purpose: StatusPurpose): Promise<JsonObject> {
    const { address, marked } = this.kinds[purpose];
    const now = `${this.clock.now().toISOString().slice(0, 19)}Z`;
    const list = await buildStatusList({
      id: address(number),
      issuer: addresses(this.config).did,
      validFrom: now,
      purpose,
      marked: (await marked(number)).map(({ statusIndex }) => statusIndex),
    });
    return signCredential(list, { signer: await this.keys.signer(), created: now });
  }

  /** How many there have ever been, and how many were lifted: both only grow. */
  private async suspensions(number: number): Promise<string> {
    const [found] = await this.database.rows(
      cellsOf(
        { all: 'COUNT(*)', lifted: 'COUNT(suspension.liftedAt)' },
        `FROM credential_suspension suspension JOIN credential ON credential.id = suspension.credentialId
         WHERE credential.suspensionList = :number`,
        { number },
      ),
    );
    return `${found?.all} ${found?.lifted}`;
  }
}
