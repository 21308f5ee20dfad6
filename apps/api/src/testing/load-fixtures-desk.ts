import { aDeclaration, aFinding, aForm, aVote } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { type CrowdedDesk, signIn } from './load-fixtures';
import { anEditionOf, aPerson, manyApplicants } from './fixtures';
import type { TestApp } from './test-app';

/** Dossiers with forms of the usual size; the chair has voted on every second one. Rows in bulk, past every rule. */
export async function aCrowdedDesk(app: TestApp, dossiers: number): Promise<CrowdedDesk> {
  const { id } = await anEditionOf(app);
  const seat = (role: 'chair' | 'deputy' | 'member') => aPerson(app, { editions: [{ editionId: id, role }] });
  const { account: chair } = await seat('chair');
  for (const role of ['deputy', 'member', 'member', 'member'] as const) await seat(role);
  const form = aForm({ motivation: 'We would like to recognise by rule what we recognise by hand. '.repeat(40) });
  const applications = await manyApplicants(app, id, dossiers, () => ({ state: 'under-review', form }));
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
