import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { ProjectWorkModule } from '../../project-work';
import { WorkloadModule } from '../../workload';
import { AwardQueries } from './award-queries';
import { AwardRegister } from './award-register.entity';
import { AwardDrafter } from './award-drafter';
import { AwardApproval } from './award-approval.entity';
import { AwardIssue } from './award-issue.entity';
import { Award } from './award.entity';
import { Credential } from './credential.entity';
import { CredentialSuspension } from './credential-suspension.entity';
import { CurrentCredentials } from './current-credentials';
import { IssueFaults } from './issue-faults';
import { IssuingPause } from './issuing-pause.entity';
import { LearnerConfirmation } from './learner-confirmation.entity';
import { OwnEnrolment } from './own-enrolment';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Award,
      AwardApproval,
      AwardIssue,
      AwardRegister,
      Credential,
      CredentialSuspension,
      IssuingPause,
      LearnerConfirmation,
    ]),
    EditionsModule,
    PlacesModule,
    ProjectWorkModule,
    WorkloadModule,
  ],
  providers: [AwardQueries, AwardDrafter, CurrentCredentials, IssueFaults, OwnEnrolment],
  exports: [AwardQueries, AwardDrafter, CurrentCredentials, IssueFaults, OwnEnrolment],
})
export class AwardModule {}
