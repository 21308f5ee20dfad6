import {
  answerProposal,
  askThirdMarker,
  drawSampleOfWorks,
  lookAgain,
  markWorks,
  planMarkers,
  proposeMark,
  readMarkingPlan,
  readMarkingTable,
  recordProfessorship,
  setMarkersOfWork,
} from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
import { mayMark, mayReadWorks, mayRunProjectWork } from '../project-work.policy';
import { AgreeOnMark } from './agree-on-mark';
import { DrawSample } from './draw-sample';
import { LookAgain } from './look-again';
import { MarkWorks } from './mark-works';
import { MarkingPlan } from './marking-plan';
import { MarkingTable } from './marking-table';
import { PlanMarking } from './plan-marking';
import { RecordProfessor } from './record-professor';

@Controller()
export class MarkingController {
  constructor(
    private readonly agreeing: AgreeOnMark,
    private readonly looking: LookAgain,
    private readonly drawing: DrawSample,
    private readonly plan: MarkingPlan,
    private readonly planning: PlanMarking,
    private readonly professors: RecordProfessor,
    private readonly table: MarkingTable,
    private readonly marking: MarkWorks,
  ) {}

  @Handles(proposeMark, mayMark)
  propose({ actor, params, body }: RequestOf<typeof proposeMark>) {
    return this.agreeing.propose(actor, params, body);
  }

  @Handles(answerProposal, mayMark)
  answer({ actor, params, body }: RequestOf<typeof answerProposal>) {
    return this.agreeing.answer(actor, params, body);
  }

  @Handles(askThirdMarker, mayReadWorks)
  askThird({ actor, params }: RequestOf<typeof askThirdMarker>) {
    return this.agreeing.askThird(actor, params);
  }

  @Handles(lookAgain, mayMark)
  look({ actor, params, body }: RequestOf<typeof lookAgain>) {
    return this.looking.run(actor, params, body);
  }

  @Handles(drawSampleOfWorks, mayRunProjectWork)
  draw({ actor, ...asked }: RequestOf<typeof drawSampleOfWorks>) {
    return this.drawing.run(actor, asked);
  }

  @Handles(readMarkingPlan, mayRunProjectWork)
  readPlan({ actor, params, query }: RequestOf<typeof readMarkingPlan>) {
    return this.plan.of(actor, params.editionId, query);
  }

  @Handles(planMarkers, mayRunProjectWork)
  spread({ params, body }: RequestOf<typeof planMarkers>) {
    return this.planning.spread(params.editionId, body.rule);
  }

  @Handles(setMarkersOfWork, mayRunProjectWork)
  setMarkers({ params, body }: RequestOf<typeof setMarkersOfWork>) {
    return this.planning.set(params, body.accountIds);
  }

  @Handles(recordProfessorship, mayRunProjectWork)
  record({ actor, params, body }: RequestOf<typeof recordProfessorship>) {
    return this.professors.run(actor, params, body.university);
  }

  @Handles(readMarkingTable, mayMark)
  readTable({ actor, ...asked }: RequestOf<typeof readMarkingTable>) {
    return this.table.of(actor, asked);
  }

  @Handles(markWorks, mayMark)
  markTable({ actor, params, body }: RequestOf<typeof markWorks>) {
    return this.marking.run(actor, params, body);
  }
}
