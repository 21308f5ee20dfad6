import { dayOf, surveyWindow, type SurveyStanding, standingOfSurvey } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { rowsOf } from '../../platform/database/read-together';
import type { EditionCard } from '../editions';
import { Timetable } from '../schedule';
import { Survey } from './survey.entity';

/** When the survey of an edition can be answered, and where it stands. */
export interface SurveyTime {
  readonly from: Date;
  /** The day of that, by the edition's calendar. */
  readonly opensOn: string;
  readonly until: Date;
  readonly standing: SurveyStanding;
}

/** Reads the survey of an edition as it was opened, and its time. */
@Injectable()
export class SurveyRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timetable: Timetable,
  ) {}

  /** `null` before it was opened. */
  async of(editionId: string): Promise<Survey | null> {
    const [survey] = await this.database.rows(rowsOf(Survey, 'WHERE it.editionId = :editionId', { editionId }));
    return survey ?? null;
  }

  /** `null` where the edition has no survey. */
  async timeOf(edition: EditionCard, reading: Survey | null | Promise<Survey | null>): Promise<SurveyTime | null> {
    const [survey, sessions] = await Promise.all([reading, this.timetable.ofEdition(edition.id)]);
    const definition = survey?.definition ?? edition.definition.survey;
    if (!definition) return null;
    const ends = sessions.filter(({ state }) => state !== 'cancelled').map(({ endsAt }) => endsAt);
    const window = surveyWindow(edition, ends, definition.days);
    return {
      ...window,
      opensOn: dayOf(window.from, edition.timeZone),
      standing: standingOfSurvey(survey?.state ?? null, window, this.clock.now()),
    };
  }
}
