import type { InputOf, readRulings, RulingsView } from '@libretto/contracts';
import { type Actor, agree, changeIn } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { pageFound, pageOf } from '../../../platform/database/in-order';
import { countFound, rowsOf } from '../../../platform/database/read-together';
import { orNotFound } from '../../../platform/refusals/refused';
import { EditionDirectory } from '../../editions';
import { fittingIn, fittingRows } from '../../places';
import { idsOfApplicants, panelOf, panelRows } from '../dossier/commission-panel';
import { applicationRows, asTheyLie, CommissionDesk, countIn, countRows, orderBy } from '../commission/commission-desk';
import { beforeTheChair } from './before-the-chair';
import { Ruling } from '../dossier/ruling.entity';
import { onThese, recordOf, recordRows } from '../dossier/deliberation-record';

const pageSize = 50;

type Row = RulingsView['items'][number];

/** The table from which a chair rules: one row for each applicant whom they chair. */
@Injectable()
export class RulingTable {
  constructor(
    private readonly database: Database,
    private readonly desk: CommissionDesk,
    private readonly editions: EditionDirectory,
  ) {}

  async of(
    actor: Actor,
    editionId: string,
    { after, ...sought }: InputOf<typeof readRulings>['query'],
  ): Promise<RulingsView> {
    const whose = { accountId: actor.accountId, editionId };
    const chaired = this.desk.sought(whose, sought).andWhere({ chairs: true });
    const order = orderBy(sought.sort, ['submittedAt']);
    const [card, { entries, counts, found }] = await Promise.all([
      this.editions.byId(editionId),
      this.database.together({
        entries: pageFound(chaired.clone(), { order, after, size: pageSize }),
        counts: countRows(whose),
        found: countFound(chaired),
      }),
    ]);
    const edition = orNotFound(card);
    const { rows: listed, next } = pageOf(entries, order, pageSize);
    const applicationIds = listed.map(({ applicationId }) => applicationId);
    const rows = await this.database.together({
      applications: applicationRows(applicationIds),
      ...panelRows(editionId, idsOfApplicants, { applicationIds }),
      ...recordRows(applicationIds),
      rulings: rowsOf(Ruling, onThese, { applicationIds }, { by: ['number'] }),
      ...fittingRows(editionId, applicationIds),
    });
    const shown = asTheyLie(listed, rows.applications);
    const panel = panelOf(rows);
    const record = recordOf(rows, shown);
    const institutionOf = new Map(listed.map(({ applicationId, institution }) => [applicationId, institution]));
    const hasPlace = fittingIn(edition, rows);
    const items = shown.flatMap((application): Row[] => {
      const standing = beforeTheChair(actor.accountId, application, edition, panel, record, hasPlace);
      if (!standing) return [];
      const made = (number: number) =>
        rows.rulings.find((one) => one.applicationId === application.id && one.number === number);
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
          institution: institutionOf.get(application.id) ?? '',
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
      chaired: countIn(counts)({ chairs: true }),
      found: found[0] ?? 0,
    };
  }
}

/** The members who decided on a second ruling, as its record lists them. */
const decidedThen = ({ record: { appeal, membersWithoutConflict } }: Ruling) => ({
  secondRound: appeal?.base ?? null,
  members: membersWithoutConflict,
});
