import { type Actor, publishSelfTest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { orRefuse } from '../../../platform/refusals/refused';
import { lockMaterial, type MaterialPlace } from '../material/lock-material';
import { SelfTestVersion } from './self-test.entity';
import { SelfTests } from './self-tests';

@Injectable()
export class PublishSelfTest {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly tests: SelfTests,
  ) {}

  /**
   * Publishes the draft of a self-test as its next version, which further attempts take. Refusals: modules.self-test-not-ready,
   * modules.self-test-unchanged.
   */
  async run({ accountId }: Actor, place: MaterialPlace): Promise<{ number: number }> {
    return this.transaction.run(async (tx) => {
      const material = await lockMaterial(tx, place, 'self-test');
      const [draft, published] = await Promise.all([
        this.tests.draftOf(material.id),
        material.version === null ? null : this.tests.version(material.id, material.version),
      ]);
      const content = orRefuse(publishSelfTest(draft, published?.content ?? null));
      const number = (material.version ?? 0) + 1;
      const title = Object.fromEntries(Object.entries(content.title).filter(([, words]) => words));
      await tx.insert(SelfTestVersion, {
        id: newId(),
        materialId: material.id,
        number,
        title,
        content,
        publishedBy: accountId,
        publishedAt: this.clock.now(),
      });
      await tx.save(Object.assign(material, { version: number, title: Object.values(title)[0] ?? material.title }));
      return { number };
    });
  }
}
