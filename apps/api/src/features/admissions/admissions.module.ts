import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EditionsModule } from '../editions';
import { PlacesModule } from '../places';
import { AddEvidence } from './application/add-evidence';
import { Appeal } from './appeal/appeal.entity';
import { AppealAgainstRuling } from './appeal/appeal-against-ruling';
import { KeepOpenForAppeals } from './appeal/keep-open-for-appeals';
import { AppealBesideFirstRuling } from './appeal/appeal-beside-first-ruling';
import { AppealClerk } from './appeal/appeal-clerk';
import { AppealsController } from './appeal/appeals.controller';
import { ApplicationReports } from './reports/application-reports';
import { Application } from './dossier/application.entity';
import { AskForDossiers } from './archive/ask-for-dossiers';
import { BindDossier } from './archive/jobs/bind-dossier.handler';
import { DossierBinder } from './archive/dossier-binder';
import { DossierRecords } from './archive/dossier-record';
import { OwnCopy } from './archive/own-copy';
import { ZipDossiers } from './archive/jobs/zip-dossiers.handler';
import { ArchiveController } from './archive/archive.controller';
import { AskForList } from './reports/ask-for-list';
import { ApplicationTally } from './application/application-tally';
import { ApplicationsController } from './application/applications.controller';
import { AssignedReading } from './assignment/assigned-reading';
import { AssignDossiers } from './assignment/assign-dossiers';
import { Assignment } from './assignment/assignment.entity';
import { AssignmentController } from './assignment/assignment.controller';
import { AssignmentDesk } from './assignment/assignment-desk';
import { AssignmentRun } from './assignment/assignment-run.entity';
import { CommissionPanels } from './dossier/commission-panel';
import { Comment } from './discussion/comment.entity';
import { CommissionController } from './commission/commission.controller';
import { CommissionDesk } from './commission/commission-desk';
import { CommissionWatch } from './commission/commission-watch';
import { Declaration } from './dossier/declaration.entity';
import { Conflict } from './dossier/conflict.entity';
import { ConflictKeeper } from './conflicts/conflict-keeper';
import { ConflictRegister } from './conflicts/conflict-register';
import { ConflictsController } from './conflicts/conflicts.controller';
import { DeclareConflicts } from './commission/declare-conflicts';
import { DossierBesideCriteria } from './commission/dossier-beside-criteria';
import { AnswerQuestion } from './return/answer-question';
import { DossierHistory } from './commission/dossier-history';
import { HandBack } from './return/jobs/hand-back-unanswered.handler';
import { HandBackUnanswered } from './return/hand-back-unanswered';
import { KeepApplicantsOut } from './commission/keep-applicants-out';
import { LookAtDossier } from './commission/look-at-dossier';
import { MailQuestions } from './return/jobs/mail-questions.handler';
import { MailReturnEnded } from './return/jobs/mail-return-ended.handler';
import { ReturnApplication } from './return/return-application';
import { ReturnPost } from './return/return-post';
import { ReturnPreview } from './return/return-preview';
import { ReturnsController } from './return/returns.controller';
import { DossierReturn } from './return/dossier-return.entity';
import { DossierVersion } from './dossier/dossier-version.entity';
import { EraseExtract } from './extracts/jobs/erase-extract.handler';
import { EraseBytes } from './retention/jobs/erase-bytes.handler';
import { EraseDossier } from './retention/erase-dossier';
import { EraseDossierInTime } from './retention/jobs/erase-dossier.handler';
import { Evidence } from './dossier/evidence.entity';
import { EvidenceQueries } from './dossier/evidence-queries';
import { Look } from './commission/look.entity';
import { ReturnQuestion } from './return/return-question.entity';
import { Extract } from './extracts/extract.entity';
import { ExtractDesk } from './extracts/extract-desk';
import { ExtractsController } from './extracts/extracts.controller';
import { OwnExtracts } from './extracts/own-extracts';
import { Finding } from './dossier/finding.entity';
import { ForeseeErasure } from './retention/foresee-erasure';
import { KeepConflictsOfAccount, KeepConflictsOfApplicant, KeepConflictsOfInstitution, KeepConflictsOfMember } from './conflicts/keep-found-conflicts';
import { AdmissionsPersonalData } from './personal-data/admissions-personal-data';
import { Letter } from './letters/letter.entity';
import { LetterLog } from './letters/letter-log';
import { LettersController } from './letters/letters.controller';
import { LettersToRead } from './letters/letters-to-read';
import { TryLetterAgain } from './letters/try-letter-again';
import { WriteLetter } from './letters/write-letter';
import { ListOfApplications } from './reports/list-of-applications';
import { MailAppealReceived } from './appeal/jobs/mail-appeal-received.handler';
import { MailAssigned } from './assignment/jobs/mail-assigned.handler';
import { MailReceived } from './application/jobs/mail-received.handler';
import { MailRuling } from './letters/jobs/mail-ruling.handler';
import { MailSecondRound } from './appeal/jobs/mail-second-round.handler';
import { Meeting } from './meeting/meeting.entity';
import { MeetingAttendance } from './meeting/meeting-attendance.entity';
import { Minutes, MinutesDocument, MinutesItem } from './meeting/minutes.entity';
import { OwnApplication } from './application/own-application';
import { ReadingLimit } from './assignment/reading-limit.entity';
import { PinConflict } from './conflicts/pin-conflict';
import { Recusals } from './dossier/recusals';
import { ReportsController } from './reports/reports.controller';
import { RecordFinding } from './commission/record-finding';
import { KnownPlaces } from './places-desk/known-places';
import { OpenKnownPlaces } from './places-desk/open-known-places';
import { WithdrawKnownOffer } from './places-desk/withdraw-known-offer';
import { OffersMade } from './places-desk/offers-made';
import { OpeningPreview } from './places-desk/opening-preview';
import { PlacesByCountry } from './places-desk/places-by-country';
import { PlacesDesk } from './places-desk/places-desk';
import { PlacesOutlook } from './ruling/places-outlook';
import { RemoveEvidence } from './application/remove-evidence';
import { RuleOnApplication } from './ruling/rule-on-application';
import { Ruling } from './dossier/ruling.entity';
import { RulingPreview } from './ruling/ruling-preview';
import { RulingsController } from './ruling/rulings.controller';
import { RulingTable } from './ruling/ruling-table';
import { SaveApplication } from './application/save-application';
import { SetReadingLimits } from './assignment/set-reading-limits';
import { StartApplication } from './application/start-application';
import { SubmitApplication } from './application/submit-application';
import { ClearConflict } from './conflicts/clear-conflict';
import { Vote } from './dossier/vote.entity';
import { VoteOnApplication } from './commission/vote-on-application';
import { WriteList } from './reports/jobs/write-list.handler';
import { PlacesDeskController } from './places-desk/places-desk.controller';
import { WaitingList } from './places-desk/waiting-list';
import { WithdrawAll } from './application/withdraw-all';
import { WithdrawApplication } from './application/withdraw-application';
import { Discussion } from './discussion/discussion';
import { WriteComment } from './discussion/write-comment';
import { TakeCommentBack } from './discussion/take-comment-back';
import { DiscussionController } from './discussion/discussion.controller';
import { Meetings } from './meeting/meetings';
import { MeetingsController } from './meeting/meetings.controller';
import { Agenda } from './meeting/agenda';
import { OpenMeeting } from './meeting/open-meeting';
import { NoteAttendance } from './meeting/note-attendance';
import { RuleInMeeting } from './meeting/rule-in-meeting';
import { CloseMeeting } from './meeting/close-meeting';
import { MinutesDrafter } from './meeting/minutes-drafter';
import { MinutesReading } from './meeting/minutes-reading';
import { PrintMinutes } from './meeting/print-minutes';
import { SetMinutes } from './meeting/jobs/set-minutes.handler';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Application, DossierVersion, Evidence, Extract, Declaration, Conflict, Finding, Vote, Ruling, Look, DossierReturn, ReturnQuestion,
      Comment, Meeting, MeetingAttendance, Minutes, MinutesItem, MinutesDocument, Assignment, AssignmentRun, ReadingLimit, Letter,
      Appeal,
    ]),
    EditionsModule,
    PlacesModule,
  ],
  controllers: [
    ApplicationsController,
    CommissionController,
    DiscussionController,
    MeetingsController,
    RulingsController,
    ReturnsController,
    AppealsController,
    ReportsController,
    ExtractsController,
    ArchiveController,
    AssignmentController,
    ConflictsController,
    PlacesDeskController,
    LettersController,
  ],
  providers: [
    DossierHistory, LookAtDossier, ReturnApplication, ReturnPreview, ReturnPost, AnswerQuestion, HandBackUnanswered,
    HandBack, MailQuestions, MailReturnEnded,
    StartApplication,
    SaveApplication,
    AddEvidence,
    RemoveEvidence,
    SubmitApplication,
    WithdrawApplication,
    WithdrawAll,
    OwnApplication,
    EvidenceQueries,
    ApplicationTally,
    AdmissionsPersonalData,
    CommissionPanels,
    CommissionDesk,
    CommissionWatch,
    DossierBesideCriteria,
    DeclareConflicts,
    RecordFinding,
    VoteOnApplication,
    Recusals,
    ConflictKeeper,
    ConflictRegister,
    PinConflict,
    ClearConflict,
    KeepConflictsOfApplicant,
    KeepConflictsOfMember,
    KeepConflictsOfAccount,
    KeepConflictsOfInstitution,
    RulingTable,
    RulingPreview,
    PlacesOutlook,
    KnownPlaces,
    OpenKnownPlaces,
    WithdrawKnownOffer,
    PlacesDesk,
    PlacesByCountry,
    WaitingList,
    OffersMade,
    OpeningPreview,
    RuleOnApplication,
    Discussion,
    WriteComment,
    TakeCommentBack,
    Meetings,
    Agenda,
    OpenMeeting,
    NoteAttendance,
    RuleInMeeting,
    CloseMeeting,
    MinutesDrafter,
    MinutesReading,
    PrintMinutes,
    SetMinutes,
    AppealClerk,
    AppealAgainstRuling,
    KeepOpenForAppeals,
    KeepApplicantsOut,
    AppealBesideFirstRuling,
    ApplicationReports,
    ListOfApplications,
    ExtractDesk,
    OwnExtracts,
    EraseExtract,
    AskForList,
    WriteList,
    AskForDossiers,
    DossierRecords,
    DossierBinder,
    OwnCopy,
    BindDossier,
    ZipDossiers,
    AssignedReading,
    AssignmentDesk,
    AssignDossiers,
    SetReadingLimits,
    MailAssigned,
    EraseDossier,
    EraseDossierInTime,
    EraseBytes,
    ForeseeErasure,
    MailReceived,
    MailRuling,
    WriteLetter,
    LetterLog,
    LettersToRead,
    TryLetterAgain,
    MailAppealReceived,
    MailSecondRound,
  ],
  exports: [ApplicationTally, CommissionWatch, AdmissionsPersonalData],
})
export class AdmissionsModule {}
