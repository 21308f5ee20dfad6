import {
  appealAgainstRuling,
  declareConflicts,
  readDesk,
  readDossier,
  recordFinding,
  ruleOnApplication,
  voteOnApplication,
} from '@libretto/contracts';
import type { RulingOutcome, VoteChoice } from '@libretto/domain';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { smallPdf } from './small-files';
import { aColleague, anApplicant, anEditionOf } from './fixtures';
import { type Caller, type TestApp } from './test-app';
import { RoleRegister } from '../features/accounts';
import { CountryQuota } from '../features/places/country-quota.entity';
import { anOffer, aQuota } from '../features/places/places.builder';
import { WaitingListEntry } from '../features/places/waiting-list-entry.entity';
import { aDeclaration, aRuling, aVote } from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { Ruling } from '../features/admissions/dossier/ruling.entity';

export const pdf = { name: 'employer.pdf', content: smallPdf };
export const statement = 'My former employer has confirmed the two years that the dossier did not show.';
export const ruledAt = new Date('2026-11-20T10:00:00Z');
export const lastMoment = new Date('2026-12-05T22:59:59.999Z');

export type Person = Awaited<ReturnType<typeof aColleague>>;

/** A commission of five; its chair, Inês and Jean ruled first. */
export async function aCommission(app: TestApp) {
  const { id: editionId } = await anEditionOf(app);
  await app.build(CountryQuota, aQuota(editionId, { country: 'HR', institutions: 5 }));
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const [chair, deputy, ines, jean, pilar] = [
    await seat('chair'),
    await seat('deputy'),
    await seat('member'),
    await seat('member'),
    await seat('member'),
  ];
  return { editionId, chair, deputy, ines, jean, pilar };
}
export type Commission = Awaited<ReturnType<typeof aCommission>>;

/** An applicant on whom three of the five have ruled. */
export async function aRuledApplicant(
  app: TestApp,
  { editionId, chair, ines, jean }: Commission,
  outcome: RulingOutcome = 'rejected',
  values: Partial<Application> = {},
) {
  const applicant = await anApplicant(app, editionId, { application: { state: 'ruled', ...values } });
  const { application } = applicant;
  const said = [chair, ines, jean].map(({ account }) => ({ applicationId: application.id, accountId: account.id }));
  await app.build(Declaration, ...said.map((by) => aDeclaration(by)));
  await app.build(
    Vote,
    ...said.map((by) => aVote(by, outcome === 'rejected' ? 'reject' : 'admit', { reason: 'As we found first.' })),
  );
  const decision = outcome === 'rejected' ? 'rejected' : 'admitted';
  const ruling = aRuling(
    { applicationId: application.id, byId: chair.account.id },
    { outcome, decision, at: ruledAt, ...(outcome === 'admitted' ? {} : { placeUntil: null }) },
  );
  await app.build(Ruling, ruling);
  return { ...applicant, ruling, params: { editionId, applicationId: application.id } };
}

/** Somebody who has appealed against a rejection. */
export async function anAppellant(
  app: TestApp,
  commission: Commission,
  outcome: RulingOutcome = 'rejected',
  values: Partial<Application> = {},
) {
  const applicant = await aRuledApplicant(app, commission, outcome, values);
  const answer = await appeal(applicant.caller, commission.editionId);
  expect(answer.status).toBe(201);
  return applicant;
}

/** A turn on the waiting list since the first ruling. */
export const aTurn = (
  whose: Omit<Parameters<typeof anOffer>[0], 'institutionId'> & { institutionId: string },
): WaitingListEntry => ({
  id: newId(),
  ...whose,
  country: 'HR',
  appliedAt: ruledAt,
  since: ruledAt,
  offeredAt: null,
});

export const appeal = (caller: Caller, editionId: string) =>
  caller.call(appealAgainstRuling, { params: { editionId }, body: { statement } });
export const codeOf = async (answer: Promise<{ status: number; body: { code?: string } }>) =>
  (await answer).body.code ?? (await answer).status;

export async function vote(
  { caller }: Person,
  params: { editionId: string; applicationId: string },
  choice: VoteChoice = 'admit',
) {
  await caller.call(declareConflicts, {
    params: { editionId: params.editionId },
    body: { applicationIds: [params.applicationId], conflict: null },
  });
  for (const criterionId of ['degree', 'english'])
    await caller.call(recordFinding, {
      params: { ...params, criterionId },
      body: { from: {}, to: { finding: choice === 'admit' ? 'met' : 'not-met', note: '' } },
    });
  return caller.call(voteOnApplication, { params, body: { choice, reason: 'As we find now.' } });
}
export const rule = (
  { caller }: Person,
  params: { editionId: string; applicationId: string },
  outcome: RulingOutcome,
) => caller.call(ruleOnApplication, { params, body: { reason: 'The new evidence shows it.', outcome } });

export const dossierOf = async ({ caller }: Person, params: { editionId: string; applicationId: string }) =>
  (await caller.call(readDossier, { params })).body;
export const deskRow = async (
  { caller }: Person,
  { editionId, applicationId }: { editionId: string; applicationId: string },
) =>
  (await caller.call(readDesk, { params: { editionId } })).body.items.find(
    (item) => item.applicationId === applicationId,
  );
export const grant = (app: TestApp, { account }: Person, editionId: string) =>
  app
    .get(Transaction)
    .run((tx) => app.get(RoleRegister).grant(tx, { accountId: account.id, editionId, role: 'member' }));
