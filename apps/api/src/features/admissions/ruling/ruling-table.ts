import type { InputOf, readRulings, RulingsView } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database';
import { pageInOrder } from '../../../platform/database/in-order';
import { orNotFound } from '../../../platform/refusals/refused';
import { InstitutionDirectory } from '../../accounts';
import { EditionDirectory } from '../../editions';
import { PlaceAllocation } from '../../places';
import { CommissionPanels } from '../dossier/commission-panel';
import { CommissionDesk, orderBy } from '../commission/commission-desk';
import { beforeTheChair } from './before-the-chair';
import { Ruling } from '../dossier/ruling.entity';
import { deliberationRecordOf } from '../dossier/deliberation-record';

const pageSize = 100;

type Row = RulingsView['items'][number];

/** The table from which a chair rules: one row for each applicant whom they chair. */
@Injectable()
export class RulingTable {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly panels: CommissionPanels,
    private readonly editions: EditionDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly places: PlaceAllocation,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after, ...sought }: InputOf<typeof readRulings>['query'],
  ): Promise<RulingsView> {
    const edition = orNotFound(await this.editions.byId(editionId));
    const whose = { accountId: actor.accountId, editionId };
    const chaired = this.desk.sought(whose, sought).andWhere({ chairs: true });
    const order = orderBy(sought.sort, ['submittedAt']);
    const { rows, next } = await pageInOrder(chaired.clone(), order, { after, size: pageSize });
    const shown = await this.desk.applications(rows);
    const panel = await this.panels.of(
      editionId,
      shown.map(({ accountId }) => accountId),
    );
    const record = await deliberationRecordOf(this.database.read, shown);
    const rulings = shown.length
      ? await this.database.read.find(Ruling, {
          where: { applicationId: In(shown.map(({ id }) => id)) },
          order: { number: 'ASC' },
        })
      : [];
    const institutions = await this.institutions.byIds(shown.flatMap(({ institutionId }) => institutionId ?? []));
    const hasPlace = await this.places.fitting(edition);
    const items = shown.flatMap((application): Row[] => {
      const standing = beforeTheChair(actor.accountId, application, edition, panel, record, hasPlace);
      if (!standing) return [];
      const made = (number: number) =>
        rulings.find((one) => one.applicationId === application.id && one.number === number);
      const line = (one: Ruling | undefined) =>
        one ? { outcome: one.outcome, at: one.at.toISOString(), by: panel.nameOf(one.byId) } : null;
      // A ruled application stays as it was then, even if the commission has new members since.
      const ruling = made(application.round);
      const first = line(made(1));
      const { secondRound: base, members } = ruling ? decidedThen(ruling) : standing;
      return [
        {
          applicationId: application.id,
          name: panel.nameOf(application.accountId),
          country: application.country ?? '',
          state: application.state,
          cast: ruling?.castVotes ?? standing.cast,
          castBeforeAnswer: standing.castBeforeAnswer,
          quorum: ruling?.quorum ?? standing.quorum,
          votes: ruling?.record.counts ?? standing.decided?.votes.counts ?? null,
          decidedByChair: ruling?.decidedByChair ?? standing.decided?.votes.decidedByChair ?? false,
          decision: standing.outcome,
          whyNot: standing.whyNot,
          can: { rule: standing.canBeRuled && agree(changeIn(edition.state)) },
          institution: institutions.get(application.institutionId ?? '')?.name ?? '',
          ruling: line(ruling),
          secondRound: base && first && { base, members, first },
        },
      ];
    });
    return {
      editionId,
      edition: edition.name,
      programme: edition.definition.title,
      items,
      next,
      chaired: (await this.desk.counts(whose))({ chairs: true }),
      found: await chaired.getCount(),
    };
  }
}

/** The members who decided on a second ruling, as its record lists them. */
const decidedThen = ({ record: { appeal, membersWithoutConflict } }: Ruling) => ({
  secondRound: appeal?.base ?? null,
  members: membersWithoutConflict,
});
