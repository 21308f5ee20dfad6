import type { AttendanceGridPage } from '@libretto/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { orNotFound } from '../../platform/refusals/refused';
import { InstitutionDirectory, PeopleDirectory } from '../accounts';
import { EditionDirectory } from '../editions';
import { behindAmong } from '../pace';
import { Participants } from '../places';
import { AttendanceQueries, Timetable } from '../schedule';
import { Ledger } from '../workload';

const pageSize = 50;

/** People × sessions, page by page. */
@Injectable()
export class AttendanceOfEdition {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionDirectory,
    private readonly participants: Participants,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionDirectory,
    private readonly timetable: Timetable,
    private readonly attendance: AttendanceQueries,
    private readonly ledger: Ledger,
  ) {}

  async page(editionId: string, after?: string): Promise<AttendanceGridPage> {
    const [card, { items, next }, sessions] = await Promise.all([
      this.editions.byId(editionId),
      this.participants.page({ editionId, sort: 'name', after, size: pageSize }),
      this.timetable.ofEdition(editionId),
    ]);
    const { definition } = orNotFound(card);
    const ids = items.map(({ id }) => id);
    const [people, institutions, marks, sums, isBehind] = await Promise.all([
      this.people.byIds(items.map(({ accountId }) => accountId)),
      this.institutions.byIds(items.map(({ institutionId }) => institutionId)),
      this.attendance.marks(ids),
      this.ledger.sums(ids),
      behindAmong(this.database, ids),
    ]);
    return {
      people: items.map(({ id, accountId, institutionId, country, enrolledAt }) => {
        const isAsked = (startsAt: Date) => definition.completion.earlierSessionsCount || startsAt >= enrolledAt;
        return {
          enrolmentId: id,
          name: people.get(accountId)?.name ?? '',
          institution: institutions.get(institutionId)?.name ?? '',
          country,
          marks: sessions.map(
            (session) => marks.get(id)?.get(session.id) ?? (isAsked(session.startsAt) ? null : ('earlier' as const)),
          ),
          minutes: sums.get(id)?.total ?? 0,
          isBehind: isBehind.has(id),
        };
      }),
      next,
    };
  }
}
