import { buildStatusList, type JsonObject, signCredential } from '@libretto/credentials';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { Config } from '../../../platform/config/config';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { notFound } from '../../../platform/refusals/refused';
import { addresses } from '../award/addresses';
import { Credential } from '../award/credential.entity';
import { KeyRing } from './key-ring';

/** The signed lists of revoked and superseded credentials. Each is signed anew only after a further one has ended. */
@Injectable()
export class StatusLists {
  private readonly kept = new Map<number, { ended: number; list: Promise<JsonObject> }>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
  ) {}

  async list(number: number): Promise<JsonObject> {
    if (number > 1 && !(await this.database.read.existsBy(Credential, { statusList: number }))) throw notFound();
    // An ended credential never becomes valid again, so the number of ended ones tells whether the list is unchanged.
    const ended = await this.database.read.countBy(Credential, { statusList: number, state: Not('valid') });
    const kept = this.kept.get(number);
    if (kept?.ended === ended) return kept.list;
    const list = this.sign(number);
    this.kept.set(number, { ended, list });
    list.catch(() => this.kept.delete(number));
    return list;
  }

  private async sign(number: number): Promise<JsonObject> {
    const ended = await this.database.read.find(Credential, {
      select: { id: true, statusIndex: true },
      where: { statusList: number, state: Not('valid') },
    });
    const to = addresses(this.config);
    const now = `${this.clock.now().toISOString().slice(0, 19)}Z`;
    const list = await buildStatusList({
      id: to.statusList(number),
      issuer: to.did,
      validFrom: now,
      ended: ended.map(({ statusIndex }) => statusIndex),
    });
    return signCredential(list, { signer: await this.keys.signer(), created: now });
  }
}
