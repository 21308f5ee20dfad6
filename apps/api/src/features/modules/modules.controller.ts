import { listModules, readBooklet, readModule } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { ModulePage } from './module-page';
import { mayReadBooklet, mayReadModules } from './modules.policy';
import { OwnBooklet } from './own-booklet';

@Controller()
export class ModulesController {
  constructor(
    private readonly pages: ModulePage,
    private readonly booklet: OwnBooklet,
  ) {}

  @Handles(listModules, mayReadModules)
  list({ actor, params }: RequestOf<typeof listModules>) {
    return this.pages.list(actor, params.editionId);
  }

  @Handles(readModule, mayReadModules)
  read({ actor, params }: RequestOf<typeof readModule>) {
    return this.pages.read(actor, params.editionId, params.moduleNumber);
  }

  @Handles(readBooklet, mayReadBooklet)
  readBooklet({ actor, params }: RequestOf<typeof readBooklet>) {
    return this.booklet.read(actor, params.editionId);
  }
}
