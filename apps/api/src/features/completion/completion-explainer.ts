import type { ProgrammeDefinition } from '@libretto/contracts';
import {
  type Actor,
  allMinutes,
  briefsIn,
  type CompletionFacts,
  type CompletionRequirements,
  explainCompletion,
  type Explanation,
  feedbackForeseen,
  inPresencePercentOf,
  type WorkFact,
} from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { EditionDirectory } from '../editions';
import type { EnrolmentCard } from '../places';
import { FeedbackTallies, ResultQueries } from '../project-work';
import { AttendanceQueries, type SessionRecord } from '../schedule';
import { SurveyParticipations } from '../surveys';
import { Ledger } from '../workload';

/** Explains which requirements an enrolment meets, from the records of other features. */
@Injectable()
export class CompletionExplainer {
  constructor(
    private readonly editions: EditionDirectory,
    private readonly attendance: AttendanceQueries,
    private readonly ledger: Ledger,
    private readonly results: ResultQueries,
    private readonly feedback: FeedbackTallies,
    private readonly surveys: SurveyParticipations,
  ) {}

  /** The explanations by enrolment, from the records that the reader may know. One statement. */
  async explain(enrolments: readonly EnrolmentCard[], reader: Actor | null = null): Promise<Map<string, Explanation>> {
    const [editions, facts] = await Promise.all([
      this.editions.byIds(enrolments.map(({ editionId }) => editionId)),
      this.facts(enrolments, reader),
    ]);
    return new Map(
      enrolments.flatMap(({ id, editionId }) => {
        const definition = editions.get(editionId)?.definition;
        return definition ? [[id, answer(definition, facts.get(id))] as const] : [];
      }),
    );
  }

  /** The explanations of the same records under each of these versions, by enrolment. One statement. */
  async explainBy(
    enrolments: readonly EnrolmentCard[],
    definitions: readonly ProgrammeDefinition[],
  ): Promise<Map<string, Explanation>[]> {
    const facts = await this.facts(enrolments, null);
    return definitions.map(
      (definition) => new Map(enrolments.map(({ id }) => [id, answer(definition, facts.get(id))])),
    );
  }

  /** The recorded facts, independent of the programme's requirements. */
  private async facts(enrolments: readonly EnrolmentCard[], reader: Actor | null): Promise<Map<string, RecordedFacts>> {
    const enrolmentIds = enrolments.map(({ id }) => id);
    const [records, sums, works, feedback, answered] = await Promise.all([
      this.attendance.records(enrolments),
      this.ledger.sums(enrolmentIds),
      this.results.of(enrolmentIds, reader),
      this.feedback.of(enrolmentIds, reader),
      this.surveys.of(enrolmentIds),
    ]);
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
          works: works.get(id) ?? new Map(),
          feedback: feedback.get(id) ?? [],
          surveyAnsweredAt: answered.get(id)?.toISOString() ?? null,
        };
        return [id, facts];
      }),
    );
  }
}

/** `works` by brief. */
type RecordedFacts = Omit<CompletionFacts, 'notional' | 'works'> & { readonly works: ReadonlyMap<string, WorkFact> };

const noRecords: RecordedFacts = {
  ...{ ledger: [], inPresence: [], earlier: [], works: new Map(), feedback: [] },
  surveyAnsweredAt: null,
};

const answer = (definition: ProgrammeDefinition, facts: RecordedFacts = noRecords): Explanation =>
  explainCompletion(requirementsOf(definition), {
    ...facts,
    notional: notionalOf(definition),
    works: briefsIn(definition.projectWork).map(({ id }) => ({ brief: id, work: facts.works.get(id) ?? null })),
  });

/** The requirements of a version of a programme for its credential. */
export const requirementsOf = (definition: ProgrammeDefinition): CompletionRequirements => ({
  ...definition.completion,
  inPresencePercent: inPresencePercentOf(definition),
  excusedCounts: definition.attendance.excusedCounts,
  peerFeedback: briefsIn(definition.projectWork).flatMap(({ id, peerFeedback }) =>
    peerFeedback?.counts === 'completion' ? [{ brief: id, foreseen: feedbackForeseen(peerFeedback) }] : [],
  ),
});

const notionalOf = (definition: ProgrammeDefinition): CompletionFacts['notional'] =>
  definition.modules.map(({ number, minutes }) => ({
    module: number,
    minutes: allMinutes(minutes),
    contact: minutes.contact,
  }));

const isMissedEarlier = ({ isEarlier, mark }: SessionRecord): boolean =>
  isEarlier && mark !== 'present' && mark !== 'late';
