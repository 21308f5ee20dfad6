import type { AwardRecord, Partner, Texts } from '@libretto/credentials';
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

/** The partners who organise the course too, and the others. One of the highest degree of cooperation is an awarding body. */
export function organisersAndPartners({ record, certificate }: AwardSnapshot): {
  readonly organisers: readonly Partner[];
  readonly partners: readonly Partner[];
} {
  const bodies = new Set(record.awardingBodies.map(({ name }) => name));
  const organise = new Set(certificate?.organisers);
  const others = record.partners.filter(({ name }) => !bodies.has(name));
  return {
    organisers: others.filter(({ name }) => organise.has(name)),
    partners: others.filter(({ name }) => !organise.has(name)),
  };
}
