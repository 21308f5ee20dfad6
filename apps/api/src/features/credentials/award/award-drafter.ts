import { type AwardRecord, missingElements } from '@libretto/credentials';
import { isSame } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { rowsOf } from '../../../platform/database/read-together';
import { PdfRenderer } from '../../../platform/pdf/pdf-renderer';
import { Unprintable } from '../../../platform/pdf/unprintable';
import { isNobodys } from '../../../platform/mail/nobodys-address';
import { PeopleDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import type { EnrolmentCard } from '../../places';
import { ReleasedGrades } from '../../project-work';
import { Ledger } from '../../workload';
import { type AwardSnapshot, textsOf } from './award-snapshot';
import { LearnerConfirmation } from './learner-confirmation.entity';
import { awardGrades } from './award-grades';
import { documentPart, programmePart } from './programme-part';

/** The learner whom the award would name, and whether that person confirmed the data. */
export interface KnownLearner {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
  readonly confirmedAt: Date | null;
  /** The account was deleted: nobody is left to confirm anything. */
  readonly isGone: boolean;
}

interface Draft {
  readonly snapshot: AwardSnapshot;
  readonly missing: string[];
  /** The characters that no document can show, where they are not in the learner's own data. */
  readonly fault: string | null;
  readonly learner: KnownLearner;
}

/** Elements that only the participant can give, by confirming their data. */
const fromTheLearner = ['learner-confirmation', 'printable-name'];
export const isFromTheLearner = (element: string): boolean => fromTheLearner.includes(element);

/** Drafts an award from everything as it is now. */
@Injectable()
export class AwardDrafter {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleDirectory,
    private readonly editions: EditionDirectory,
    private readonly ledger: Ledger,
    private readonly renderer: PdfRenderer,
    private readonly grades: ReleasedGrades,
  ) {}

  /** The learner as confirmed, or else as the account has it. */
  async learnerOf({ id, accountId }: Pick<EnrolmentCard, 'id' | 'accountId'>): Promise<KnownLearner> {
    const [[confirmed], people] = await Promise.all([
      this.database.rows(rowsOf(LearnerConfirmation, 'WHERE it.enrolmentId = :id', { id })),
      this.people.byIds([accountId]),
    ]);
    const person = people.get(accountId);
    const isGone = !person || isNobodys(person.email);
    if (confirmed) return { ...confirmed, isGone };
    return {
      isGone,
      givenName: person?.givenName ?? '',
      familyName: person?.familyName ?? '',
      birthDate: person?.birthDate ?? null,
      confirmedAt: null,
    };
  }

  /** The snapshot, the obstacles to awarding it, and its learner. */
  async draft(enrolment: EnrolmentCard, awardId: string, awardedAt: Date): Promise<Draft> {
    const [learner, edition, sums] = await Promise.all([
      this.learnerOf(enrolment),
      this.editions.byId(enrolment.editionId),
      this.ledger.sums([enrolment.id]),
    ]);
    if (!edition) throw new Error(`The edition ${enrolment.editionId} of an enrolment is not there.`);
    const grades = awardGrades(await this.grades.of(edition, enrolment.id));
    const record: AwardRecord = {
      awardId,
      learner: {
        givenName: learner.givenName.trim(),
        familyName: learner.familyName.trim(),
        dateOfBirth: learner.birthDate ?? '',
      },
      awardedAt: `${awardedAt.toISOString().slice(0, 19)}Z`,
      ...programmePart(edition),
      ...(grades.length && { grades }),
    };
    const snapshot: AwardSnapshot = {
      record,
      ...documentPart(edition.definition),
      programme: { slug: edition.programme.slug, version: edition.programme.version },
      recordedMinutes: sums.get(enrolment.id)?.byKind ?? {},
    };
    const { missing, fault } = await this.unprintable(snapshot);
    const all = [...(learner.confirmedAt ? [] : ['learner-confirmation']), ...missingElements(record), ...missing];
    const isLost = learner.isGone && all.some(isFromTheLearner);
    return { snapshot, missing: isLost ? ['learner-has-left'] : all, fault, learner };
  }

  /** Whether the learner has the grades with which the award was drafted: an appeal may have changed one meanwhile. */
  async hasItsGrades(enrolment: EnrolmentCard, { record }: AwardSnapshot): Promise<boolean> {
    const own = (grades: readonly { readonly grade: string }[]) => JSON.stringify(grades.map(({ grade }) => grade));
    return own(await this.gradesNow(enrolment)) === own(record.grades ?? []);
  }

  /**
   * The grades of a record as they are now, if an appeal has changed one since, with their distribution as it is now: a
   * grade has to stand in its own. Nothing where none has changed, or where a work is no longer passed: such a credential
   * is revoked instead.
   */
  async changedGrades(
    enrolment: Pick<EnrolmentCard, 'id' | 'editionId'>,
    { grades = [] }: AwardRecord,
  ): Promise<AwardRecord['grades']> {
    if (!grades.length) return undefined;
    const now = await this.gradesNow(enrolment);
    // Grades are compared one by one, so they have to be of the same works, by the same scales.
    if (!isSame(grades.map(whatIsGraded), now.map(whatIsGraded))) return undefined;
    if (grades.every(({ grade }, at) => grade === now[at]?.grade)) return undefined;
    return now;
  }

  private async gradesNow({ editionId, id }: Pick<EnrolmentCard, 'id' | 'editionId'>) {
    const edition = await this.editions.byId(editionId);
    return edition ? awardGrades(await this.grades.of(edition, id)) : [];
  }

  /**
   * Characters that no document can show are found before anything is signed. Only the owner of a name may write it in
   * other letters.
   */
  private async unprintable(snapshot: AwardSnapshot): Promise<Pick<Draft, 'missing' | 'fault'>> {
    const characters = await this.renderer.unprintable(textsOf(snapshot));
    if (!characters.length) return { missing: [], fault: null };
    const ofName = await this.renderer.unprintable(textsOf(snapshot.record.learner));
    const others = characters.filter((character) => !ofName.includes(character));
    return {
      missing: [...(ofName.length ? ['printable-name'] : []), ...(others.length ? ['printable-text'] : [])],
      fault: others.length ? new Unprintable(others).message : null,
    };
  }
}

const whatIsGraded = ({ work, scale }: NonNullable<AwardRecord['grades']>[number]) => ({ work, grades: scale.grades });
