import type { AwardRecord, Texts } from '@libretto/credentials';
import { fullNameOf } from '@libretto/domain';
import type { AwardSnapshot } from '../award/award-snapshot';

/** What the certificate shows beside the snapshot: its address, the signed credential, and whether it corrects another. */
export interface Printing {
  readonly snapshot: AwardSnapshot;
  /** Where anybody sees what the credential says and whether it is valid. */
  readonly address: string;
  /** The signed credential as JSON; it is attached to the document. */
  readonly credential: string;
  readonly isCorrection: boolean;
}

export const nameOf = ({ learner }: AwardRecord): string => fullNameOf(learner);
export const qualificationOf = (record: AwardRecord): Texts => record.qualification ?? record.title;
