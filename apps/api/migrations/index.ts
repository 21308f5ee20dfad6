import { Platform1795426800000 } from './20261123T0900-platform';
import { Accounts1795428000000 } from './20261123T0920-accounts';
import { Programmes1795430400000 } from './20261123T1000-programmes';
import { Editions1795431000000 } from './20261123T1010-editions';
import { Admissions1795431600000 } from './20261123T1020-admissions';
import { Places1795432200000 } from './20261123T1030-places';
import { Workload1795440600000 } from './20261123T1330-workload';
import { Schedule1795441200000 } from './20261123T1340-schedule';
import { Modules1795441800000 } from './20261123T1350-modules';
import { ProjectWork1795442400000 } from './20261123T1400-project-work';
import { Completion1795443600000 } from './20261123T1420-completion';
import { Credentials1795444800000 } from './20261123T1440-credentials';
import { PasswordRequests1795445400000 } from './20261123T1450-password-requests';
import { Rounds1795447800000 } from './20261123T1530-rounds';
import { Conflicts1795447860000 } from './20261123T1531-conflicts';
import { OwnFields1795447920000 } from './20261123T1532-own-fields';
import { Assignment1795447980000 } from './20261123T1533-assignment';
import { Returns1795448040000 } from './20261123T1534-returns';
import { OpenedPlaces1795448160000 } from './20261123T1536-opened-places';
import { Meetings1795448400000 } from './20261123T1540-meetings';
import { Appeals1795448700000 } from './20261123T1545-appeals';
import { Retention1795449300000 } from './20261123T1555-retention';
import { PersonalCopies1795449900000 } from './20261123T1605-personal-copies';
import { Extracts1795451100000 } from './20261123T1545-extracts';
import { Letters1795451700000 } from './20261123T1635-letters';
import { Guards1795453200000 } from './20261123T1700-guards';
import { AppealGuards1795455300000 } from './20261123T1735-appeal-guards';
import { Codes1795664700000 } from './20261126T0345-codes';
import { Limits1795664760000 } from './20261126T0346-limits';
import { FileViews1795665600000 } from './20261126T0400-file-views';
import { MarkingDrafts1795666200000 } from './20261126T0410-marking-drafts';
import { SharedPlaces1795666260000 } from './20261126T0411-shared-places';
import { Leaving1795666320000 } from './20261126T0412-leaving';
import { Moves1795668600000 } from './20261126T0450-moves';
import { DocumentFaults1795669560000 } from './20261126T0506-document-faults';
import { OneAddress1795681200000 } from './20261126T0820-one-address';
import { Attempts1795692600000 } from './20261126T1130-attempts';
import { ClosingLocks1795705200000 } from './20261126T1500-closing-locks';
import { ViewedVersions1795703100000 } from './20261126T1425-viewed-versions';
import { Desk1795705500000 } from './20261126T1505-desk';
import { Calendar1795714920000 } from './20261126T1742-calendar';
import { Listings1795716900000 } from './20261126T1815-listings';
import { MinutesThatFail1795721100000 } from './20261126T1925-minutes-that-fail';
import { AppendOnly1795727400000 } from './20261126T2110-append-only';
import { Pace1795728600000 } from './20261126T2130-pace';
import { CheckIn1795727700000 } from './20261126T2115-check-in';
import { MeetingsOfSessions1795729800000 } from './20261126T2150-meetings-of-sessions';
import { Timers1795732800000 } from './20261126T2240-timers';
import { AwardRegister1795743000000 } from './20261127T0130-award-register';
import { HandingIn1795745400000 } from './20261127T0210-handing-in';
import { PartsOfVersions1795753800000 } from './20261127T0430-parts-of-versions';
import { LateWorks1795766100000 } from './20261127T0755-late-works';
import { SimilarPlaces1795755480000 } from './20261127T0458-similar-places';
import { PeerFeedback1795766400000 } from './20261127T0800-peer-feedback';
import { ShareLinks1795780500000 } from './20261127T1155-share-links';
import { WorkListing1795783260000 } from './20261127T1241-work-listing';
import { PublicLog1795783560000 } from './20261127T1246-public-log';
import { Wallets1795792800000 } from './20261127T1520-wallets';
import { Deadlines1795744200000 } from './20261127T0150-deadlines';
import { Briefs1795741200000 } from './20261127T0100-briefs';
import { Marking1795741500000 } from './20261127T0105-marking';
import { Workspace1795742700000 } from './20261127T0125-workspace';
import { TutorsOfSessions1795728000000 } from './20261126T2120-tutors-of-sessions';
import { Institutions1795665000000 } from './20261126T0410-institutions';
import { ClosedWithoutLock1795715400000 } from './20261126T1750-closed-without-lock';
import { AttendanceRequests1795728300000 } from './20261126T2125-attendance-requests';
import { Notices1795731300000 } from './20261126T2215-notices';
import { Annotations1795740900000 } from './20261127T0055-annotations';
import { AnnotationsOfTexts1795822800000 } from './20261127T2340-annotations-of-texts';
import { Publication1795742400000 } from './20261127T0120-publication';
import { SpokenAndKeptComments1795742100000 } from './20261127T0115-spoken-and-kept-comments';
import { Suspensions1795791480000 } from './20261127T1458-suspensions';
import { IssuingPauses1795794000000 } from './20261127T1540-issuing-pauses';
import { MaterialsInOrder1795807800000 } from './20261127T1930-materials-in-order';
import { Surveys1795805160000 } from './20261127T1846-surveys';
import { Approvals1795807440000 } from './20261127T1924-approvals';
import { RetiredKeys1795808280000 } from './20261127T1938-retired-keys';
import { Announcements1795819800000 } from './20261127T2250-announcements';
import { WithdrawnKeys1795821300000 } from './20261127T2315-withdrawn-keys';
import { SelfTests1795823400000 } from './20261127T2350-self-tests';
import { Discussions1795823700000 } from './20261127T2355-discussions';
import { ProgrammePictures1795833600000 } from './20261128T0240-programme-pictures';
import { NearTheVenue1795833900000 } from './20261128T0245-near-the-venue';
import { ToldReports1795840200000 } from './20261128T0430-told-reports';

/** Every step of the schema, in order. */
export const migrations = [
  Platform1795426800000,
  Accounts1795428000000,
  Programmes1795430400000,
  Editions1795431000000,
  Admissions1795431600000,
  Places1795432200000,
  Workload1795440600000,
  Schedule1795441200000,
  Modules1795441800000,
  ProjectWork1795442400000,
  Completion1795443600000,
  Credentials1795444800000,
  PasswordRequests1795445400000,
  Rounds1795447800000,
  Conflicts1795447860000,
  OwnFields1795447920000,
  Assignment1795447980000,
  Returns1795448040000,
  OpenedPlaces1795448160000,
  Meetings1795448400000,
  Appeals1795448700000,
  Retention1795449300000,
  PersonalCopies1795449900000,
  Extracts1795451100000,
  Letters1795451700000,
  Guards1795453200000,
  AppealGuards1795455300000,
  Codes1795664700000,
  Limits1795664760000,
  Institutions1795665000000,
  FileViews1795665600000,
  MarkingDrafts1795666200000,
  SharedPlaces1795666260000,
  Leaving1795666320000,
  Moves1795668600000,
  DocumentFaults1795669560000,
  OneAddress1795681200000,
  Attempts1795692600000,
  ViewedVersions1795703100000,
  ClosingLocks1795705200000,
  Desk1795705500000,
  Calendar1795714920000,
  ClosedWithoutLock1795715400000,
  Listings1795716900000,
  MinutesThatFail1795721100000,
  AppendOnly1795727400000,
  CheckIn1795727700000,
  TutorsOfSessions1795728000000,
  AttendanceRequests1795728300000,
  Pace1795728600000,
  MeetingsOfSessions1795729800000,
  Notices1795731300000,
  Timers1795732800000,
  Annotations1795740900000,
  Briefs1795741200000,
  Marking1795741500000,
  SpokenAndKeptComments1795742100000,
  Publication1795742400000,
  Workspace1795742700000,
  AwardRegister1795743000000,
  Deadlines1795744200000,
  HandingIn1795745400000,
  PartsOfVersions1795753800000,
  SimilarPlaces1795755480000,
  LateWorks1795766100000,
  PeerFeedback1795766400000,
  ShareLinks1795780500000,
  WorkListing1795783260000,
  PublicLog1795783560000,
  Suspensions1795791480000,
  Wallets1795792800000,
  IssuingPauses1795794000000,
  Surveys1795805160000,
  Approvals1795807440000,
  MaterialsInOrder1795807800000,
  RetiredKeys1795808280000,
  Announcements1795819800000,
  WithdrawnKeys1795821300000,
  AnnotationsOfTexts1795822800000,
  SelfTests1795823400000,
  Discussions1795823700000,
  ProgrammePictures1795833600000,
  NearTheVenue1795833900000,
  ToldReports1795840200000,
];
