import {
  addEvidence,
  declareConflicts,
  lookAtDossier,
  readDossier,
  returnApplication,
  submitApplication,
} from '@libretto/contracts';
import { SentMail } from '../platform/mail/sent-mail.entity';
import { smallPdf } from './small-files';
import { aColleague, anApplicant, anEditionOf } from './fixtures';
import { type Caller, type TestApp } from './test-app';
import { Application } from '../features/admissions/dossier/application.entity';
import { preferringExperience } from '../features/programmes/programme.builder';

export const pdf = { name: 'diploma.pdf', content: smallPdf };
export const aboutPosts = { field: 'posts', text: 'Did you work with recognition from the first day on?' };
export const start = new Date('2026-11-23T09:00:00Z');
export const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
/** The clock runs on during a spec. */
export const onDay = (days: number) => later(days).toISOString().slice(0, 10);
export const dayOf = (instant: Date | string | null | undefined) =>
  instant && new Date(instant).toISOString().slice(0, 10);

/**
 * A submitted dossier with one file, whose deadline is over; its programme prefers experience, and all members of the
 * commission but one read it.
 */
export async function underReview(app: TestApp, { language = 'en' } = {}) {
  app.clock.set(start);
  const dates = { startsOn: '2026-12-14', endsOn: '2027-01-22', applicationsCloseAt: later(0.5) };
  const { id: editionId } = await anEditionOf(app, { admission: preferringExperience() }, dates);
  const seat = (role: 'chair' | 'deputy' | 'member') => aColleague(app, { editions: [{ editionId, role }] });
  const commission = {
    chair: await seat('chair'),
    deputy: await seat('deputy'),
    ines: await seat('member'),
    jean: await seat('member'),
  };
  const applicant = await anApplicant(app, editionId, {
    account: { language },
    application: { state: 'draft', submittedAt: null },
  });
  const params = { editionId };
  const { body: file } = await applicant.caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf);
  expect((await applicant.caller.call(submitApplication, { params })).status).toBe(204);
  const { id: applicationId } = applicant.application;
  for (const { caller } of [commission.chair, commission.deputy, commission.ines])
    await caller.call(declareConflicts, { params, body: { applicationIds: [applicationId], conflict: null } });
  await app.runJobs();
  expect(await app.rows(Application, { id: applicationId })).toMatchObject([{ state: 'under-review', version: 1 }]);
  app.clock.set(later(1));
  return { ...commission, applicant, mine: params, file, params: { editionId, applicationId } };
}
export type Stage = Awaited<ReturnType<typeof underReview>>;

export const ask = ({ chair, params }: Stage, questions = [aboutPosts], word = '') =>
  chair.caller.call(returnApplication, { params, body: { questions, word } });
export const dossierOf = async (caller: Caller, { params }: Stage) => (await caller.call(readDossier, { params })).body;
export const look = (caller: Caller, { params }: Stage, version: number) =>
  caller.call(lookAtDossier, { params, body: { version } });
export const mailsTo = (app: TestApp, email: string) => app.rows(SentMail, { recipient: email });
