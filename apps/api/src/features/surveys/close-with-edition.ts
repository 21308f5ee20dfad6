import type { Reaction, Tx } from '../../platform/database/transaction';
import { ReactsTo } from '../../platform/jobs/handler';
import { EditionClosed } from '../editions';
import { KeepSurveys } from './keep-surveys';
import { SurveyRows } from './survey-rows';

/** A closed edition takes no answers: its survey closes with it. */
@ReactsTo(EditionClosed)
export class CloseWithEdition implements Reaction<EditionClosed> {
  constructor(
    private readonly rows: SurveyRows,
    private readonly keeping: KeepSurveys,
  ) {}

  async react({ editionId }: EditionClosed, tx: Tx): Promise<void> {
    const survey = await this.rows.of(editionId);
    if (survey?.state === 'open') await this.keeping.close(tx, survey.id);
  }
}
