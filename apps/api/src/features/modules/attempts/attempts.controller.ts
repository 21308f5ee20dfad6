import {
  beginAttempt,
  checkAnswer,
  finishAttempt,
  readAttempt,
  readOwnAttempts,
  saveAnswers,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayFollowMaterials } from '../modules.policy';
import { AnswerQuestions } from './answer-questions';
import { BeginAttempt } from './begin-attempt';
import { FinishAttempt } from './finish-attempt';
import { OwnAttempts } from './own-attempts';

@Controller()
export class AttemptsController {
  constructor(
    private readonly own: OwnAttempts,
    private readonly beginning: BeginAttempt,
    private readonly answering: AnswerQuestions,
    private readonly finishing: FinishAttempt,
  ) {}

  @Handles(readOwnAttempts, mayFollowMaterials)
  read({ actor, params }: RequestOf<typeof readOwnAttempts>) {
    return this.own.read(actor, params);
  }

  @Handles(readAttempt, mayFollowMaterials)
  readOne({ actor, params }: RequestOf<typeof readAttempt>) {
    return this.own.readOne(actor, params);
  }

  @Handles(beginAttempt, mayFollowMaterials)
  begin({ actor, params }: RequestOf<typeof beginAttempt>) {
    return this.beginning.run(actor, params);
  }

  @Handles(saveAnswers, mayFollowMaterials)
  save(request: RequestOf<typeof saveAnswers>) {
    return this.answering.save(request.actor, request);
  }

  @Handles(checkAnswer, mayFollowMaterials)
  check(request: RequestOf<typeof checkAnswer>) {
    return this.answering.check(request.actor, request);
  }

  @Handles(finishAttempt, mayFollowMaterials)
  finish(request: RequestOf<typeof finishAttempt>) {
    return this.finishing.run(request.actor, request);
  }
}
