import type { ProgrammeDefinition } from '@libretto/contracts';
import {
  allMinutes,
  type CompletionFacts,
  type CompletionRequirements,
  explainCompletion,
  type Explanation,
  inPresencePercentOf,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { ResultQueries } from '../project-work';
import { AttendanceQueries, type SessionRecord } from '../schedule';
import { Ledger } from '../workload';

/** Explains which requirements an enrolment meets, from the records of other features. */
@Injectable()
export class CompletionExplainer {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly attendance: AttendanceQueries,
    private readonly ledger: Ledger,
    private readonly results: ResultQueries,
  ) {}

  /** The explanations by enrolment, in a fixed number of statements. */
  async explain(enrolmentIds: readonly string[]): Promise<Map<string, Explanation>> {
    const enrolments = await this.enrolments.byIds(enrolmentIds);
    const editions = await this.editions.byIds([...enrolments.values()].map(({ editionId }) => editionId));
    const facts = await this.facts(enrolmentIds);
    return new Map(
      [...enrolments.values()].flatMap(({ id, editionId }) => {
        const definition = editions.get(editionId)?.definition;
        return definition ? [[id, answer(definition, facts.get(id))] as const] : [];
      }),
    );
  }

  /** The explanations of the same records under each of these versions, by enrolment. A fixed number of statements. */
  async explainBy(
    enrolmentIds: readonly string[],
    definitions: readonly ProgrammeDefinition[],
  ): Promise<Map<string, Explanation>[]> {
    const facts = await this.facts(enrolmentIds);
    return definitions.map((definition) => new Map(enrolmentIds.map((id) => [id, answer(definition, facts.get(id))])));
  }

  /** The recorded facts, independent of the programme's requirements. */
  private async facts(enrolmentIds: readonly string[]): Promise<Map<string, RecordedFacts>> {
    const records = await this.attendance.records(enrolmentIds);
    const sums = await this.ledger.sums(enrolmentIds);
    const works = await this.results.of(enrolmentIds);
    return new Map(
      enrolmentIds.map((id) => {
        const sessions = records.get(id) ?? [];
        const facts: RecordedFacts = {
          ledger: [...(sums.get(id)?.byModule ?? [])].map(([module, minutes]) => ({
            module,
            minutes: allMinutes(minutes),
          })),
          inPresence: sessions.filter(({ mode }) => mode === 'in-presence'),
          earlier: sessions
            .filter(isMissedEarlier)
            .map(({ moduleNumber, minutes }) => ({ module: moduleNumber, minutes })),
          work: works.get(id) ?? null,
          surveyAnsweredAt: null,
        };
        return [id, facts];
      }),
    );
  }
}

type RecordedFacts = Omit<CompletionFacts, 'notional'>;

const noRecords: RecordedFacts = { ledger: [], inPresence: [], earlier: [], work: null, surveyAnsweredAt: null };

const answer = (definition: ProgrammeDefinition, facts: RecordedFacts = noRecords): Explanation =>
  explainCompletion(requirementsOf(definition), { notional: notionalOf(definition), ...facts });

/** The requirements of a version of a programme for its credential. */
export const requirementsOf = (definition: ProgrammeDefinition): CompletionRequirements => ({
  ...definition.completion,
  inPresencePercent: inPresencePercentOf(definition),
  excusedCounts: definition.attendance.excusedCounts,
});

const notionalOf = (definition: ProgrammeDefinition): CompletionFacts['notional'] =>
  definition.modules.map(({ number, minutes }) => ({
    module: number,
    minutes: allMinutes(minutes),
    contact: minutes.contact,
  }));

const isMissedEarlier = ({ isEarlier, mark }: SessionRecord): boolean =>
  isEarlier && mark !== 'present' && mark !== 'late';
