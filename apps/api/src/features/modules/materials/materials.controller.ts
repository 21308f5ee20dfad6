import {
  addMaterial,
  changeMaterial,
  openMaterial,
  orderMaterials,
  readMaterial,
  removeMaterial,
  uploadMaterial,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FileStore } from '../../../platform/files/file-store';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayChangeMaterials, mayReadModules } from '../modules.policy';
import { AddMaterial } from './add-material';
import { ChangeMaterial } from './change-material';
import { MaterialPage } from './material-page';
import { OpenMaterial } from '../material/open-material';
import { OrderMaterials } from './order-materials';
import { RemoveMaterial } from './remove-material';

@Controller()
export class MaterialsController {
  constructor(
    private readonly page: MaterialPage,
    private readonly opening: OpenMaterial,
    private readonly files: FileStore,
    private readonly adding: AddMaterial,
    private readonly changing: ChangeMaterial,
    private readonly ordering: OrderMaterials,
    private readonly removing: RemoveMaterial,
  ) {}

  @Handles(readMaterial, mayReadModules)
  read({ actor, params }: RequestOf<typeof readMaterial>) {
    return this.page.read(actor, params);
  }

  @Handles(addMaterial, mayChangeMaterials)
  add(request: RequestOf<typeof addMaterial>) {
    return this.adding.run(request.actor, request);
  }

  @Handles(uploadMaterial, mayChangeMaterials)
  upload({ actor, params, raw }: RequestOf<typeof uploadMaterial>) {
    return this.adding.upload(actor, params, raw);
  }

  @Handles(changeMaterial, mayChangeMaterials)
  change(request: RequestOf<typeof changeMaterial>) {
    return this.changing.run(request);
  }

  @Handles(orderMaterials, mayChangeMaterials)
  order(request: RequestOf<typeof orderMaterials>) {
    return this.ordering.run(request);
  }

  @Handles(openMaterial, mayReadModules)
  async open({ actor, params, query }: RequestOf<typeof openMaterial>, reply: FastifyReply) {
    const file = await this.files.byId(await this.opening.fileOf(actor, params));
    await this.files.send(reply, file, { inPlace: query.inPlace === 'true' });
  }

  @Handles(removeMaterial, mayChangeMaterials)
  remove({ params }: RequestOf<typeof removeMaterial>) {
    return this.removing.run(params.editionId, params.materialId);
  }
}
