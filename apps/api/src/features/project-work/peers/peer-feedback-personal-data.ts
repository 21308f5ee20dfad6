import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { feedbackWhere } from './feedback-rows';
import { OwnFeedback } from './own-feedback';

/** The personal data in peer feedback, for its person: what they wrote, and what came, as far as they may read it. */
@Injectable()
export class PeerFeedbackPersonalData {
  constructor(
    private readonly database: Database,
    private readonly own: OwnFeedback,
  ) {}

  /** One statement, and those of each brief of each edition from which something came. */
  async about(enrolmentIds: readonly string[]) {
    const [written, received] = await Promise.all([
      enrolmentIds.length
        ? this.database.rows(feedbackWhere('giver.enrolmentId IN (:...enrolmentIds)', { enrolmentIds }))
        : [],
      Promise.all(enrolmentIds.map((id) => this.own.receivedOf(id))),
    ]);
    return {
      given: written
        .filter(({ state }) => state !== 'to-give')
        .map(({ editionId, briefId, kind, draft, given, givenAt, isLate, hiddenReason }) => ({
          ...{ editionId, brief: briefId, kind, draft, rubric: given, givenAt },
          ...{ isLate: Boolean(isLate), hiddenReason },
        })),
      received: received.flat().map(({ editionId, briefId, kind, given }) => ({
        ...{ editionId, brief: briefId, kind, rubric: given },
      })),
    };
  }
}
