import { anAccount } from '../features/accounts/account/account.builder';
import { Account } from '../features/accounts/account/account.entity';
import { anInstitution } from '../features/accounts/institutions/institution.builder';
import { Institution } from '../features/accounts/institutions/institution.entity';
import {
  aDeclaration,
  aFinding,
  aForm,
  anApplication,
  aVote,
} from '../features/admissions/dossier/application.builder';
import { Application } from '../features/admissions/dossier/application.entity';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { type CrowdedDesk, signIn } from './load-fixtures';
import { anEditionOf, aPerson } from './fixtures';
import type { TestApp } from './test-app';

/** Dossiers with forms of the usual size; the chair has voted on every second one. Rows in bulk, past every rule. */
export async function aCrowdedDesk(app: TestApp, dossiers: number): Promise<CrowdedDesk> {
  const { id } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aPerson(app, { editions: [{ editionId: id, role }] });
  const { account: chair } = await seat('chair');
  for (const role of ['deputy', 'member', 'member', 'member'] as const) await seat(role);
  const institutions = Array.from({ length: dossiers }, () => anInstitution());
  const accounts = institutions.map((at) => anAccount({ institutionId: at.id }));
  const form = aForm({ motivation: 'We would like to recognise by rule what we recognise by hand. '.repeat(40) });
  const applications = accounts.map((account) =>
    anApplication(
      { editionId: id, accountId: account.id, institutionId: account.institutionId },
      { state: 'under-review', form },
    ),
  );
  await app.build(Institution, ...institutions);
  await app.build(Account, ...accounts);
  await app.build(Application, ...applications);
  const by = applications.map((application) => ({ applicationId: application.id, accountId: chair.id }));
  const voted = by.filter((_, index) => index % 2 === 0);
  await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
  await app.build(
    Finding,
    ...voted.flatMap((one) => ['degree', 'english'].map((criterion) => aFinding(one, criterion))),
  );
  await app.build(Vote, ...voted.map((one) => aVote(one)));
  const [cookie] = await signIn(app, [chair]);
  const opened = applications.slice(0, 100).map((application) => application.id);
  return { id, dossiers, opened, chair: cookie as string };
}
