import { publishSelfTest, readSelfTest, readTestStatistics, saveSelfTest } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayChangeMaterials } from '../modules.policy';
import { PublishSelfTest } from './publish-self-test';
import { SaveSelfTest } from './save-self-test';
import { SelfTestForAuthors } from './self-test-for-authors';
import { StatisticsOfTest } from './statistics-of-test';

@Controller()
export class SelfTestsController {
  constructor(
    private readonly authors: SelfTestForAuthors,
    private readonly saving: SaveSelfTest,
    private readonly publishing: PublishSelfTest,
    private readonly statistics: StatisticsOfTest,
  ) {}

  @Handles(readSelfTest, mayChangeMaterials)
  read({ actor, params }: RequestOf<typeof readSelfTest>) {
    return this.authors.read(actor, params);
  }

  @Handles(saveSelfTest, mayChangeMaterials)
  save(request: RequestOf<typeof saveSelfTest>) {
    return this.saving.run(request.actor, request);
  }

  @Handles(publishSelfTest, mayChangeMaterials)
  publish({ actor, params }: RequestOf<typeof publishSelfTest>) {
    return this.publishing.run(actor, params);
  }

  @Handles(readTestStatistics, mayChangeMaterials)
  readStatistics({ actor, params }: RequestOf<typeof readTestStatistics>) {
    return this.statistics.read(actor, params);
  }
}
