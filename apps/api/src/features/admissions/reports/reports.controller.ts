import { askForList, type InputOf, readApplications, readReports } from '@libretto/contracts';
import type { Actor } from '@libretto/domain';
import { Controller } from '@nestjs/common';
import { By, Handles, Input } from '../../../platform/http/handles';
import { mayReadApplications } from '../dossier/admissions.policy';
import { ApplicationReports } from './application-reports';
import { AskForList } from './ask-for-list';
import { ListOfApplications } from './list-of-applications';

@Controller()
export class ReportsController {
  constructor(
    private readonly figures: ApplicationReports,
    private readonly list: ListOfApplications,
    private readonly asking: AskForList,
  ) {}

  @Handles(readReports, mayReadApplications)
  reports(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readReports>) {
    return this.figures.of(actor, params.editionId, query.by);
  }

  @Handles(readApplications, mayReadApplications)
  applications(@By() actor: Actor, @Input() { params, query }: InputOf<typeof readApplications>) {
    return this.list.of(actor, params.editionId, query);
  }

  @Handles(askForList, mayReadApplications)
  askForList(@By() actor: Actor, @Input() { params, body }: InputOf<typeof askForList>) {
    return this.asking.run(actor, params.editionId, body);
  }
}
