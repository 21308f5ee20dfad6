import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CompletionModule } from '../completion';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { WorkloadModule } from '../workload';
import { Award } from './award.entity';
import { AwardBook } from './award-book';
import { AwardDrafter } from './award-drafter';
import { AwardFile } from './award-file';
import { AwardIssue } from './award-issue.entity';
import { AwardsController } from './awards.controller';
import { AwardsRegister } from './awards-register';
import { CertificatePrinter } from './certificate-printer';
import { ConfirmLearner } from './confirm-learner';
import { Credential } from './credential.entity';
import { CredentialSigner } from './credential-signer';
import { CredentialsController } from './credentials.controller';
import { CurrentCredentials } from './current-credentials';
import { IssueAward } from './jobs/issue-award.handler';
import { RenderDocuments } from './jobs/render-documents.handler';
import { TellHolder } from './jobs/tell-holder.handler';
import { IssueFaults } from './issue-faults';
import { KeyRing } from './key-ring';
import { LearnerConfirmation } from './learner-confirmation.entity';
import { MyCredential } from './my-credential';
import { OwnEnrolment } from './own-enrolment';
import { PublicAddresses } from './public-addresses';
import { LookAtIssuesAgain } from './look-at-issues-again';
import { QueueIssue } from './queue-issue';
import { RetryIssue } from './retry-issue';
import { RevokeCredential } from './revoke-credential';
import { SharedCredential } from './shared-credential';
import { SharedCredentialsController } from './shared-credentials.controller';
import { SigningKey } from './signing-key.entity';
import { StatusLists } from './status-lists';
import { SupersedeCredential } from './supersede-credential';
import { TrustedIssuers } from './trusted-issuers';
import { CredentialsPersonalData } from './credentials-personal-data';

@Module({
  imports: [
    TypeOrmModule.forFeature([LearnerConfirmation, AwardIssue, Award, Credential, SigningKey]),
    EditionsModule,
    PlacesModule,
    WorkloadModule,
    CompletionModule,
  ],
  controllers: [CredentialsController, AwardsController, SharedCredentialsController],
  providers: [
    AwardBook,
    CredentialsPersonalData,
    ...[AwardDrafter, CredentialSigner, CertificatePrinter, KeyRing, StatusLists, PublicAddresses, OwnEnrolment],
    ...[MyCredential, AwardsRegister, AwardFile, SharedCredential, CurrentCredentials, TrustedIssuers],
    ...[ConfirmLearner, RetryIssue, RevokeCredential, SupersedeCredential, LookAtIssuesAgain, QueueIssue, IssueFaults],
    ...[IssueAward, RenderDocuments, TellHolder],
  ],
  exports: [AwardBook, CredentialsPersonalData, SharedCredential],
})
export class CredentialsModule {}
