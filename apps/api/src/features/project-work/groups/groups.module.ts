import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { WorkModule } from '../work/work.module';
import { ExtendDeadline } from './extend-deadline';
import { GroupsOfEdition } from './groups-of-edition';
import { SetGroup } from './set-group';

@Module({
  imports: [EditionsModule, PlacesModule, WorkModule],
  providers: [ExtendDeadline, GroupsOfEdition, SetGroup],
  exports: [ExtendDeadline, GroupsOfEdition, SetGroup],
})
export class GroupsModule {}
