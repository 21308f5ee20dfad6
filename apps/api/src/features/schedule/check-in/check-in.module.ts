import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { TimetableModule } from '../timetable/timetable.module';
import { Arrival } from './arrival.entity';
import { CheckIn } from './check-in';
import { CheckInCodes } from './check-in-codes';
import { CheckInController } from './check-in.controller';
import { CheckInPersonalData } from './check-in-personal-data';
import { CodeOfSession } from './code-of-session';
import { LiveRoll } from './live-roll';
import { RollChanges } from './roll-changes';
import { SayWhetherNear } from './say-whether-near';

@Module({
  imports: [TypeOrmModule.forFeature([Arrival]), EditionsModule, PlacesModule, TimetableModule],
  controllers: [CheckInController],
  providers: [CheckIn, CheckInCodes, CheckInPersonalData, CodeOfSession, LiveRoll, RollChanges, SayWhetherNear],
  exports: [CheckInPersonalData],
})
export class CheckInModule {}
