import { emptySelfTest, type SelfTest } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { SelfTestDraft, SelfTestVersion } from './self-test.entity';

@Injectable()
export class SelfTests {
  constructor(private readonly database: Database) {}

  /** A self-test as its authors have written it. */
  async draftOf(materialId: string): Promise<SelfTest> {
    const [draft] = await this.database.rows(
      rowsOf(SelfTestDraft, 'WHERE it.materialId = :materialId', { materialId }),
    );
    return draft?.content ?? emptySelfTest();
  }

  /** The version with this number. */
  async version(materialId: string, number: number): Promise<SelfTestVersion> {
    const [version] = await this.database.rows(
      rowsOf(SelfTestVersion, 'WHERE it.materialId = :materialId AND it.number = :number', { materialId, number }),
    );
    return orNotFound(version);
  }

  async versionById(id: string): Promise<SelfTestVersion> {
    const [version] = await this.database.rows(rowsOf(SelfTestVersion, 'WHERE it.id = :id', { id }));
    return orNotFound(version);
  }
}
