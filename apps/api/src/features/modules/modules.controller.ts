import {
  addMaterial,
  listModules,
  openMaterial,
  readBooklet,
  readModule,
  removeMaterial,
  uploadMaterial,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { Handles, type RequestOf } from '../../platform/http/handles';
import { AddMaterial } from './add-material';
import { MaterialsOfModule } from './materials-of-module';
import { ModulePage } from './module-page';
import { mayChangeMaterials, mayReadBooklet, mayReadModules } from './modules.policy';
import { OwnBooklet } from './own-booklet';
import { RemoveMaterial } from './remove-material';

@Controller()
export class ModulesController {
  constructor(
    private readonly pages: ModulePage,
    private readonly booklet: OwnBooklet,
    private readonly materials: MaterialsOfModule,
    private readonly files: FileStore,
    private readonly adding: AddMaterial,
    private readonly removing: RemoveMaterial,
  ) {}

  @Handles(listModules, mayReadModules)
  list({ params }: RequestOf<typeof listModules>) {
    return this.pages.list(params.editionId);
  }

  @Handles(readModule, mayReadModules)
  read({ actor, params }: RequestOf<typeof readModule>) {
    return this.pages.read(actor, params.editionId, params.moduleNumber);
  }

  @Handles(readBooklet, mayReadBooklet)
  readBooklet({ actor, params }: RequestOf<typeof readBooklet>) {
    return this.booklet.read(actor, params.editionId);
  }

  @Handles(addMaterial, mayChangeMaterials)
  add(request: RequestOf<typeof addMaterial>) {
    return this.adding.run(request.actor, request);
  }

  @Handles(uploadMaterial, mayChangeMaterials)
  upload({ actor, params, raw }: RequestOf<typeof uploadMaterial>) {
    return this.adding.upload(actor, params, raw);
  }

  @Handles(openMaterial, mayReadModules)
  async open({ params, query }: RequestOf<typeof openMaterial>, reply: FastifyReply) {
    const file = await this.files.byId(await this.materials.fileOf(params.editionId, params.materialId));
    await this.files.send(reply, file, {
      inPlace: query.inPlace === 'true',
    });
  }

  @Handles(removeMaterial, mayChangeMaterials)
  remove({ params }: RequestOf<typeof removeMaterial>) {
    return this.removing.run(params.editionId, params.materialId);
  }
}
