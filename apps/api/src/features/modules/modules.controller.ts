import {
  addMaterial,
  type InputOf,
  listModules,
  openMaterial,
  readBooklet,
  readModule,
  removeMaterial,
  uploadMaterial,
} from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../platform/files/file-store';
import { type ApiRequest, By, Handles, Input, Request } from '../../platform/http/handles';
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
  list(@Input() { params }: InputOf<typeof listModules>) {
    return this.pages.list(params.editionId);
  }

  @Handles(readModule, mayReadModules)
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readModule>) {
    return this.pages.read(actor, params.editionId, params.moduleNumber);
  }

  @Handles(readBooklet, mayReadBooklet)
  readBooklet(@By() actor: Actor, @Input() { params }: InputOf<typeof readBooklet>) {
    return this.booklet.read(actor, params.editionId);
  }

  @Handles(addMaterial, mayChangeMaterials)
  add(@By() actor: Actor, @Input() input: InputOf<typeof addMaterial>) {
    return this.adding.run(actor, input);
  }

  @Handles(uploadMaterial, mayChangeMaterials)
  upload(@By() actor: Actor, @Input() { params }: InputOf<typeof uploadMaterial>, @Request() request: ApiRequest) {
    return this.adding.upload(actor, params, request);
  }

  @Handles(openMaterial, mayReadModules)
  async open(@Input() { params, query }: InputOf<typeof openMaterial>, @Res() reply: FastifyReply) {
    await this.files.send(reply, await this.materials.fileOf(params.editionId, params.materialId), {
      inPlace: query.inPlace === 'true',
    });
  }

  @Handles(removeMaterial, mayChangeMaterials)
  remove(@Input() { params }: InputOf<typeof removeMaterial>) {
    return this.removing.run(params.editionId, params.materialId);
  }
}
