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
import { Institutions1795665000000 } from './20261126T0410-institutions';

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
];
