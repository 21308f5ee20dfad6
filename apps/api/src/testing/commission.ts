import type { VoteChoice } from '@libretto/domain';
import { aDeclaration, aFinding, aVote } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { CountryQuota } from '../features/places/country-quota.entity';
import { aQuota } from '../features/places/places.builder';
import { newId } from '../platform/database/new-id';
import { aColleague, anApplicant, anEditionOf } from './fixtures';
import type { TestApp } from './test-app';

type Seated = Awaited<ReturnType<typeof aColleague>>;

/** A commission with a chair, a deputy and two members, each of another institution. `places` are for Croatia. */
export async function aCommissionAtWork(app: TestApp, { places = 0 } = {}) {
  const edition = await anEditionOf(app);
  const { id: editionId } = edition;
  if (places) await app.build(CountryQuota, aQuota(editionId, { country: 'HR', institutions: places }));
  const seat = (role: 'chair' | 'deputy' | 'member', familyName: string) =>
    aColleague(app, { editions: [{ editionId, role }] }, { familyName });
  const [chair, deputy] = [await seat('chair', 'Ferro'), await seat('deputy', 'Marušić')];
  const [ines, jean] = [await seat('member', 'Sá'), await seat('member', 'Dubois')];
  let applicants = 0;

  /** An applicant on whom these members have voted, each after finding every criterion met. */
  const voted = async (
    voters: readonly (readonly [Seated, VoteChoice])[] = [
      [chair, 'reject'],
      [ines, 'reject'],
      [jean, 'admit'],
    ],
  ) => {
    const familyName = `Applicant${(applicants += 1)}`;
    const applicant = await anApplicant(app, editionId, {
      account: { familyName },
      application: { state: 'under-review' },
    });
    const { id: applicationId } = applicant.application;
    const by = voters.map(([{ account }]) => ({ applicationId, accountId: account.id }));
    await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
    await app.build(
      Finding,
      ...by.flatMap((one) => ['degree', 'english'].map((criterion) => aFinding(one, criterion))),
    );
    await app.build(
      Vote,
      ...voters.map(([{ account }, choice]) => aVote({ applicationId, accountId: account.id }, choice)),
    );
    return { ...applicant, applicationId, name: `${applicant.account.givenName} ${applicant.account.familyName}` };
  };
  /** Takes somebody out of the decision on an application. */
  const inConflict = ({ account }: Seated, applicationId: string) =>
    app.build(Declaration, {
      id: newId(),
      applicationId,
      accountId: account.id,
      inConflict: true,
      reason: 'A cousin.',
      at: app.clock.now(),
    });
  return { edition, editionId, chair, deputy, ines, jean, voted, inConflict };
}
