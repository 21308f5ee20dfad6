import { followMaterial, readModuleProgress } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayFollowMaterials, mayReadProgress } from '../modules.policy';
import { FollowMaterial } from './follow-material';
import { ProgressOfModule } from './progress-of-module';

@Controller()
export class ProgressController {
  constructor(
    private readonly following: FollowMaterial,
    private readonly progress: ProgressOfModule,
  ) {}

  @Handles(followMaterial, mayFollowMaterials)
  follow(request: RequestOf<typeof followMaterial>) {
    return this.following.run(request.actor, request);
  }

  @Handles(readModuleProgress, mayReadProgress)
  read(request: RequestOf<typeof readModuleProgress>) {
    return this.progress.page(request);
  }
}
