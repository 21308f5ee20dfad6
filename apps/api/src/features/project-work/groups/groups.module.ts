import { Module } from '@nestjs/common';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { WorkModule } from '../work/work.module';
import { DrawGroups } from './draw-groups';
import { ExtendDeadline } from './extend-deadline';
import { GroupsOfEdition } from './groups-of-edition';
import { TellDeadline } from './jobs/tell-deadline.handler';
import { Membership } from './membership';
import { MoveMember } from './move-member';
import { SetGroup } from './set-group';

@Module({
  imports: [EditionsModule, PlacesModule, WorkModule],
  providers: [DrawGroups, ExtendDeadline, GroupsOfEdition, Membership, MoveMember, SetGroup, TellDeadline],
  exports: [DrawGroups, ExtendDeadline, GroupsOfEdition, MoveMember, SetGroup],
})
export class GroupsModule {}
