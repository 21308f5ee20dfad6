import { askForList, readApplications, readReports } from '@libretto/contracts';
import { Controller } from '@nestjs/common';
import { Handles, type RequestOf } from '../../../platform/http/handles';
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
  reports({ actor, params, query }: RequestOf<typeof readReports>) {
    return this.figures.of(actor, params.editionId, query.by);
  }

  @Handles(readApplications, mayReadApplications)
  applications({ actor, params, query }: RequestOf<typeof readApplications>) {
    return this.list.of(actor, params.editionId, query);
  }

  @Handles(askForList, mayReadApplications)
  askForList({ actor, params, body }: RequestOf<typeof askForList>) {
    return this.asking.run(actor, params.editionId, body);
  }
}
