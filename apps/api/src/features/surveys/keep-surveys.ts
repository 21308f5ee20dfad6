import { closeSurvey } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { idOf, newId } from '../../platform/database/new-id';
import { Transaction, type Tx } from '../../platform/database/transaction';
import { orNotFound, orRefuse } from '../../platform/refusals/refused';
import { type EditionCard, EditionDirectory } from '../editions';
import { EnrolmentDirectory } from '../places';
import { lookAtSurvey } from './jobs/look-at-surveys.job';
import { Survey } from './survey.entity';
import { SurveyRows } from './survey-rows';
import { SurveyOpened } from './surveys.events';

/** Opens the survey of an edition when its time has come, and closes it when it is over. */
@Injectable()
export class KeepSurveys {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly editions: EditionDirectory,
    private readonly enrolments: EnrolmentDirectory,
    private readonly rows: SurveyRows,
  ) {}

  /** Looks at one edition: what is to come yet is looked at again then. */
  async in(editionId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      // Two at once go one after the other.
      const edition = await this.editions.lock(tx, editionId);
      if (edition.state !== 'open') return;
      const survey = await this.rows.of(editionId);
      const time = await this.rows.timeOf(edition, survey);
      if (!time || survey?.state === 'closed') return;
      if (time.standing === 'to-come') return this.lookAgain(tx, editionId, time.from);
      if (time.standing === 'open') {
        if (!survey) await this.open(tx, edition);
        return this.lookAgain(tx, editionId, time.until);
      }
      if (survey) await this.close(tx, survey.id);
    });
  }

  /** Opens the survey of an edition unless that has happened, and tells its participants once. */
  async open(tx: Tx, { id: editionId, definition }: EditionCard): Promise<Survey> {
    const survey: Survey = {
      ...{ id: newId(), editionId, state: 'open', closedAt: null, openedAt: this.clock.now() },
      definition: orNotFound(definition.survey),
    };
    if (!(await tx.insertOnce(Survey, survey))) return orNotFound(await this.rows.of(editionId));
    const enrolments = await this.enrolments.allOf(editionId);
    await tx.publish(
      new SurveyOpened(
        editionId,
        enrolments.map(({ id }) => id),
      ),
    );
    return survey;
  }

  /** Closes an open survey for good: no answer comes any more. */
  async close(tx: Tx, surveyId: string): Promise<void> {
    const survey = await tx.lock(Survey, surveyId);
    await tx.save(Object.assign(survey, { state: orRefuse(closeSurvey(survey.state)), closedAt: this.clock.now() }));
  }

  private async lookAgain(tx: Tx, editionId: string, at: Date): Promise<void> {
    const id = idOf(`look at survey ${editionId} ${at.toISOString()}`);
    await tx.plan([{ id, job: lookAtSurvey, payload: { editionId }, dueAt: new Date(at.getTime() + 1000) }]);
  }
}
