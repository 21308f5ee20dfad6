import type { InputOf, SelfTestDraft as DraftView, saveSelfTest } from '@libretto/contracts';
import { type Actor, fitsAsSelfTest, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { mergedOrRefuse, Refused } from '../../../platform/refusals/refused';
import { lockMaterial } from '../material/lock-material';
import { SelfTestDraft } from './self-test.entity';
import { SelfTests } from './self-tests';

@Injectable()
export class SaveSelfTest {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly tests: SelfTests,
  ) {}

  /**
   * Merges a change into the draft of a self-test. The lock of the material keeps two authors apart.
   * Refusals: common.changed-elsewhere, modules.self-test-too-long.
   */
  async run({ accountId }: Actor, { params, body }: InputOf<typeof saveSelfTest>): Promise<{ stored: DraftView }> {
    return this.transaction.run(async (tx) => {
      const { id: materialId } = await lockMaterial(tx, params, 'self-test');
      const content = mergedOrRefuse((await this.tests.draftOf(materialId)) as DraftView, body);
      // Two changes that fit alone may be too long together.
      if (!fitsAsSelfTest(content)) throw new Refused(refuse('modules.self-test-too-long'));
      const by = { changedBy: accountId, changedAt: this.clock.now() };
      await tx.put(SelfTestDraft, ['materialId'], { id: newId(), materialId, content, ...by });
      return { stored: content };
    });
  }
}
