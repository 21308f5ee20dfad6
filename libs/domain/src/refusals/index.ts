import type { accountsRefusals } from './accounts';
import type { admissionsRefusals } from './admissions';
import type { announcementsRefusals } from './announcements';
import type { checkInRefusals } from './check-in';
import type { commonRefusals } from './common';
import type { credentialsRefusals } from './credentials';
import type { discussionsRefusals } from './discussions';
import type { editionsRefusals } from './editions';
import type { modulesRefusals } from './modules';
import type { peerFeedbackRefusals } from './peer-feedback';
import type { personalDataRefusals } from './personal-data';
import type { placesRefusals } from './places';
import type { programmesRefusals } from './programmes';
import type { projectWorkRefusals } from './project-work';
import type { publicationRefusals } from './publication';
import type { scheduleRefusals } from './schedule';
import type { surveysRefusals } from './surveys';
import type { workloadRefusals } from './workload';
import type { workspaceRefusals } from './workspace';

/**
 * Everything that can be refused: for each code the names of the numbers that explain it. Its sentence is
 * `<feature>.refusals.<code>` in the language files, which may use these numbers and no others.
 */
export type Refusals = typeof accountsRefusals &
  typeof admissionsRefusals &
  typeof announcementsRefusals &
  typeof checkInRefusals &
  typeof commonRefusals &
  typeof credentialsRefusals &
  typeof discussionsRefusals &
  typeof editionsRefusals &
  typeof modulesRefusals &
  typeof peerFeedbackRefusals &
  typeof personalDataRefusals &
  typeof placesRefusals &
  typeof programmesRefusals &
  typeof projectWorkRefusals &
  typeof publicationRefusals &
  typeof scheduleRefusals &
  typeof surveysRefusals &
  typeof workloadRefusals &
  typeof workspaceRefusals;
export type RefusalCode = keyof Refusals;
