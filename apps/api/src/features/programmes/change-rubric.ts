import type { changeRubric, InputOf } from '@libretto/contracts';
import { type Fault, refuse, withRubric } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { Transaction } from '../../platform/database/transaction';
import { notFound, orNotFound, Refused } from '../../platform/refusals/refused';
import { checkContent } from './programme-checker';
import { lockProgramme, publishVersion } from './publish-programme';

/** Publishes a programme with another rubric for one of its briefs, as its next version. */
@Injectable()
export class ChangeRubric {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Refusals: programmes.newer-version, programmes.unchanged, programmes.repeated-id, programmes.too-large. */
  run({ params: { slug }, body: { brief, version, rubric } }: InputOf<typeof changeRubric>) {
    return this.transaction.run(async (tx) => {
      const latest = orNotFound((await lockProgramme(tx, slug)).latest);
      if (latest.number !== version) throw new Refused(refuse('programmes.newer-version', { number: latest.number }));
      const projectWork = withRubric(latest.definition.projectWork, brief, rubric);
      if (!projectWork) throw notFound();
      const checked = checkContent({ ...latest.definition, projectWork });
      if ('faults' in checked) throw new Refused(checked.faults[0] as Fault);
      return publishVersion(tx, checked.definition, this.clock.now());
    });
  }
}
