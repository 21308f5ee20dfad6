import { Module } from '@nestjs/common';
import { CompletionModule } from '../../completion';
import { EditionsModule } from '../../editions';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { LogModule } from '../log/log.module';
import { SigningModule } from '../signing/signing.module';
import { ApproveAward } from './approve-award';
import { AwardChanges } from './award-changes';
import { AwardFile } from './award-file';
import { AwardsRegister } from './awards-register';
import { AwardsController } from './awards.controller';
import { LiveAwards } from '../award/live-awards';
import { GoOnIssuing } from './jobs/go-on-issuing.handler';
import { IssueAward } from './jobs/issue-award.handler';
import { SignAgain } from './jobs/sign-again.handler';
import { SignAllAgain } from './jobs/sign-all-again.handler';
import { LapseWithResults } from './lapse-with-results';
import { LookAtIssuesAgain } from './look-at-issues-again';
import { PauseIssuing } from './pause-issuing';
import { QueueIssue } from './queue-issue';
import { ReplaceCredential } from './replace-credential';
import { RetryIssue } from './retry-issue';
import { ReinstateCredential } from './reinstate-credential';
import { RevokeCredential } from './revoke-credential';
import { SupersedeCredential } from './supersede-credential';
import { SuspendCredential } from './suspend-credential';

@Module({
  imports: [CompletionModule, EditionsModule, PlacesModule, AwardModule, LogModule, SigningModule],
  controllers: [AwardsController],
  providers: [
    ApproveAward,
    AwardChanges,
    AwardFile,
    AwardsRegister,
    GoOnIssuing,
    IssueAward,
    LiveAwards,
    LapseWithResults,
    LookAtIssuesAgain,
    PauseIssuing,
    QueueIssue,
    ReplaceCredential,
    RetryIssue,
    ReinstateCredential,
    RevokeCredential,
    SignAgain,
    SignAllAgain,
    SupersedeCredential,
    SuspendCredential,
  ],
})
export class IssuingModule {}
