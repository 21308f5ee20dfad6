import { Module } from '@nestjs/common';
import { PlacesModule } from '../../places';
import { WorkModule } from '../work/work.module';
import { TellResult } from './jobs/tell-result.handler';
import { LateResult } from './late-result';
import { ReleasePreview } from './release-preview';
import { ReleaseResults } from './release-results';

@Module({
  imports: [PlacesModule, WorkModule],
  providers: [LateResult, ReleasePreview, ReleaseResults, TellResult],
  exports: [ReleasePreview, ReleaseResults],
})
export class ReleaseModule {}
