import type { AwardRecord, Texts } from '@libretto/credentials';
import { fullNameOf } from '@libretto/domain';
import type { AwardSnapshot } from '../award/award-snapshot';

/**
 * The parts of a certificate beside the snapshot: its address, the signed credential, and whether it corrects another.
 */
export interface Printing {
  readonly snapshot: AwardSnapshot;
  /** The address of the public page with the credential and its validity. */
  readonly address: string;
  /** The signed credential as JSON; it is attached to the document. */
  readonly credential: string;
  readonly isCorrection: boolean;
  /** Printed with a learner who does not exist, and marked as that. */
  readonly isSample?: boolean;
}

export const nameOf = ({ learner }: AwardRecord): string => fullNameOf(learner);
export const qualificationOf = (record: AwardRecord): Texts => record.qualification ?? record.title;
