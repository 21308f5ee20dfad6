import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorkModule } from '../work/work.module';
import { Contribution, ContributionConfirmed } from './contribution.entity';
import { Contributions } from './contributions';
import { SayContribution } from './say-contribution';
import { ContributionsController } from './contributions.controller';

@Module({
  imports: [TypeOrmModule.forFeature([Contribution, ContributionConfirmed]), WorkModule],
  controllers: [ContributionsController],
  providers: [Contributions, SayContribution],
  exports: [Contributions, SayContribution],
})
export class ContributionsModule {}
