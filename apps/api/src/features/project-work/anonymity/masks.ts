import type { WorkToMarkView, WorkVersion } from '@libretto/contracts';
import { type Actor, deductionOf, hidesNames } from '@libretto/domain';
import type { EditionCard } from '../../editions';
import { mayMark } from '../project-work.policy';
import { type Brief, briefOf } from '../work/briefs';
import type { Work } from '../work/work.entity';

/** Whether somebody may not know whose work this is. */
export const isHiddenFrom = (
  actor: Actor,
  edition: Pick<EditionCard, 'definition'>,
  work: Pick<Work, 'editionId' | 'briefId' | 'releasedAt'>,
): boolean => hidesNames(briefOf(edition, work), work, { marks: mayMark(actor, work) });

/**
 * What a work is called instead of its group: the end of its id, which says nothing of the group, and nothing of an order.
 * Lists sort and search it folded (`work-listing.entity.ts`).
 */
export const codeOf = (workId: string): string => workId.slice(30).toUpperCase();

/** The day instead of the moment: who was still writing at two in the morning is known to more than one. */
export const dayOnly = (at: Date): Date => new Date(Math.floor(at.getTime() / 86_400_000) * 86_400_000);

/** Which file of a work: that of a version, counted from 0. */
export interface PlaceOfFile {
  readonly version: number;
  readonly position: number;
}

/** What a file is called instead of its own name, which often has its author's in it. */
export const maskedFileName = (name: string, workId: string, { version, position }: PlaceOfFile): string =>
  `${codeOf(workId)}-${version}${position ? `-${position + 1}` : ''}${/\.\w{1,5}$/.exec(name)?.[0] ?? ''}`;

/** A version without what says whose it is. */
export const maskedVersion = (workId: string, one: WorkVersion): WorkVersion => ({
  ...one,
  by: '',
  at: dayOnly(new Date(one.at)).toISOString(),
  files: one.files.map((file, position) => ({
    ...file,
    name: maskedFileName(file.name, workId, { version: one.version, position }),
    bytes: roughly(file.bytes),
    // Whoever has the file could tell it by this, and its group has it.
    sha256: '',
  })),
});

/** A file is a few bytes longer where its author's name is. */
const roughly = (bytes: number): number => Math.ceil(bytes / 65_536) * 65_536;

/** A work as somebody sees it who may not know whose it is. */
export const masked = (view: WorkToMarkView, brief: Brief): WorkToMarkView => ({
  ...view,
  group: codeOf(view.workId),
  members: [],
  contributions: [],
  // Who has more time loses less.
  late: null,
  // Whether there are several members is known of each group.
  can: { ...view.can, setIndividual: false },
  versions: view.versions.map((one) => ({
    ...maskedVersion(view.workId, one),
    // It costs points and is no matter of the marking: of works that came on one day it would say who has more time.
    ...(deductionOf(brief) && { isLate: false }),
  })),
});
