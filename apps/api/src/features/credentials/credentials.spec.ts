import {
  confirmLearner,
  type ProgrammeDefinition,
  readAward,
  readAwardCertificate,
  readAwards,
  readMyCertificate,
  readMyCredential,
  retryIssue,
  revokeCredential,
  supersedeCredential,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { isUniqueViolation } from '../../platform/database/errors';
import { Transaction } from '../../platform/database/transaction';
import { nobodysAddress } from '../../platform/mail/nobodys-address';
import { aCourse } from '../../testing/course';
import { aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { AccountLeaves } from '../accounts';
import { RequirementsMet } from '../completion';
import { Award } from './award/award.entity';
import { AwardDrafter } from './award/award-drafter';
import { AwardIssue } from './award/award-issue.entity';
import { CertificatePrinter } from './documents/certificate-printer';
import { Credential } from './award/credential.entity';
import { IssueAward } from './issuing/jobs/issue-award.handler';
import { RenderDocuments } from './documents/jobs/render-documents.handler';
import { LearnerConfirmation } from './award/learner-confirmation.entity';

/** Nothing is required of a participant: these specs begin where completion ends. */
const nothingAsked = { completion: { inPresencePercent: 0, projectWorkPassed: false, surveyAnswered: false } };
const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

async function aParticipant(
  app: TestApp,
  { confirmed = true, ...definition }: { confirmed?: boolean } & Partial<ProgrammeDefinition> = {},
) {
  const course = await aCourse(app, 1, { ...nothingAsked, ...definition });
  const [person] = course.participants;
  if (!person) throw new Error('A course has participants.');
  const enrolmentId = person.enrolment.id;
  const confirmation = { id: newId(), enrolmentId, ...ana, confirmedAt: app.clock.now() };
  if (confirmed) await app.build(LearnerConfirmation, confirmation);
  return { ...person, editionId: course.edition.id, enrolmentId, tutor: course.tutor };
}

const meet = (app: TestApp, enrolmentId: string) =>
  app.get(Transaction).run((tx) => tx.publish(new RequirementsMet(enrolmentId)));

const aRegistrar = (app: TestApp) =>
  aPerson(app, { organisation: 'registrar' }, { givenName: 'Rita', familyName: 'Conti' });

async function anIssuedAward(app: TestApp) {
  const participant = await aParticipant(app);
  await meet(app, participant.enrolmentId);
  expect(await app.runJobs()).toEqual([]);
  const [award] = await app.rows(Award, { enrolmentId: participant.enrolmentId });
  const [credential] = await app.rows(Credential, { awardId: award?.id });
  return { ...participant, award: award as Award, credential: credential as Credential };
}

describeOnEachDatabase('awards', (app) => {
  const mailsTo = (email: string) =>
    app()
      .mails()
      .filter((mail) => mail.includes(`To: ${email}`));
  const issueOf = async (enrolmentId: string) => (await app().rows(AwardIssue, { enrolmentId }))[0];

  it('issue a signed credential, print its certificate and tell the holder once', async () => {
    const { caller, account, editionId, enrolmentId, award } = await anIssuedAward(app());
    expect((await caller.call(readMyCredential, { params: { editionId } })).body).toMatchObject({
      state: 'issued',
      credential: { publicId: award.publicId, state: 'valid', hasDocument: true },
      can: { confirmLearner: false, readCertificate: true },
    });
    const pdf = await caller.call(readMyCertificate, { params: { editionId } });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(String(pdf.body)).toMatch(/^%PDF/);
    expect(mailsTo(account.email)).toHaveLength(1);
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'issued', missing: [] });
  });

  it('come out once when the fact is told twice and the job runs twenty times at once', async () => {
    const { account, enrolmentId } = await aParticipant(app());
    await meet(app(), enrolmentId);
    await meet(app(), enrolmentId);
    await Promise.all(Array.from({ length: 20 }, () => app().get(IssueAward).run({ enrolmentId })));
    expect(await app().runJobs()).toEqual([]);
    const awards = await app().rows(Award, { enrolmentId });
    expect(awards).toHaveLength(1);
    expect(await app().rows(Credential, { awardId: awards[0]?.id })).toHaveLength(1);
    expect(mailsTo(account.email)).toHaveLength(1);
  });

  it('stop where something is missing, say what, and go on once the participant confirms', async () => {
    const { caller, account, editionId, enrolmentId } = await aParticipant(app(), { confirmed: false });
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update('Account', { id: account.id }, { birthDate: null }));
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual([]);
    const missing = ['learner-confirmation', 'learner-date-of-birth'];
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'stopped', missing });
    expect(await app().rows(Award, { enrolmentId })).toEqual([]);
    expect((await caller.call(readMyCredential, { params: { editionId } })).body).toMatchObject({
      state: 'stopped',
      missing,
    });

    const late = await caller.call(confirmLearner, {
      params: { editionId },
      body: { ...ana, birthDate: '2988-04-12' },
    });
    expect(late.body.code).toBe('credentials.birth-date-not-past');
    expect((await caller.call(confirmLearner, { params: { editionId }, body: ana })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'issued' });
    const again = await caller.call(confirmLearner, { params: { editionId }, body: { ...ana, givenName: 'Anna' } });
    expect(again.body.code).toBe('credentials.already-awarded');
  });

  it.each([
    ['are made where they were confirmed', true, false, { state: 'issued', missing: [] }],
    ['stop and say so where they were not', false, false, { state: 'stopped', missing: ['learner-has-left'] }],
    ['stop waiting where they waited already', false, true, { state: 'stopped', missing: ['learner-has-left'] }],
  ])('of somebody who deletes their account %s', async (_, confirmed, hasStopped, expected) => {
    const { account, enrolmentId } = await aParticipant(app(), { confirmed });
    await meet(app(), enrolmentId);
    if (hasStopped) await app().runJobs();
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.publish(new AccountLeaves(account.id));
        await tx.manager.update('Account', { id: account.id }, { email: nobodysAddress(account.id), birthDate: null });
      });
    expect(await app().runJobs()).toEqual([]);

    expect(await issueOf(enrolmentId)).toMatchObject(expected);
    expect(
      (await app().rows(Award, { enrolmentId })).map(({ snapshot }) => snapshot.record.learner.familyName),
    ).toEqual(confirmed ? ['Kovač'] : []);
    expect(mailsTo(account.email)).toEqual([]);
    const { caller: registrar } = await aRegistrar(app());
    const { body } = await registrar.call(readAward, { params: { enrolmentId } });
    expect(body.row).toMatchObject({ ...expected, waitsForConfirmation: false });
  });

  it.each([
    ['for the first time', false],
    ['anew', true],
  ])('name the learner as confirmed %s while they were drafted', async (_, confirmed) => {
    const { caller, editionId, enrolmentId } = await aParticipant(app(), { confirmed });
    await meet(app(), enrolmentId);
    const drafter = app().get(AwardDrafter);
    const draft = drafter.draft.bind(drafter);
    const drafting = jest.spyOn(drafter, 'draft').mockImplementationOnce(async (...asked) => {
      const drafted = await draft(...asked);
      app().clock.set(new Date(app().clock.now().getTime() + 1000));
      expect(
        (await caller.call(confirmLearner, { params: { editionId }, body: { ...ana, givenName: 'Anna' } })).status,
      ).toBe(204);
      return drafted;
    });
    expect(await app().runJobs()).toEqual([]);
    drafting.mockRestore();
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'issued', missing: [] });
    expect((await app().rows(Award, { enrolmentId }))[0]?.snapshot.record.learner.givenName).toBe('Anna');
  });

  it('begin again when the registrar retries a stopped one, and only that', async () => {
    const { enrolmentId } = await aParticipant(app());
    const { caller: registrar } = await aRegistrar(app());
    const called = (givenName: string) =>
      app()
        .get(Transaction)
        .run((tx) => tx.manager.update(LearnerConfirmation, { enrolmentId }, { givenName }));
    await called(' ');
    await meet(app(), enrolmentId);
    await app().runJobs();
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'stopped', missing: ['learner-given-name'] });
    await called('Ana');
    expect((await registrar.call(readAward, { params: { enrolmentId } })).body.can).toEqual({
      retry: true,
      approve: false,
      suspend: false,
      reinstate: false,
      revoke: false,
      supersede: false,
    });
    expect((await registrar.call(retryIssue, { params: { enrolmentId } })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(Award, { enrolmentId })).toHaveLength(1);
    expect((await registrar.call(retryIssue, { params: { enrolmentId } })).body.code).toBe(
      'credentials.nothing-to-retry',
    );
  });

  it('offer no retry while they wait for the participant, and say so', async () => {
    const { caller, editionId, enrolmentId } = await aParticipant(app(), { confirmed: false });
    const { caller: registrar } = await aRegistrar(app());
    await meet(app(), enrolmentId);
    await app().runJobs();
    const file = async () => (await registrar.call(readAward, { params: { enrolmentId } })).body;
    expect(await file()).toMatchObject({
      row: { state: 'stopped', waitsForConfirmation: true },
      can: { retry: false },
    });
    const { items } = (await registrar.call(readAwards, { query: { state: 'stopped' } })).body;
    expect(items.find((row) => row.enrolmentId === enrolmentId)?.waitsForConfirmation).toBe(true);
    expect((await caller.call(confirmLearner, { params: { editionId }, body: ana })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect((await file()).row).toMatchObject({ state: 'issued', waitsForConfirmation: false });
  });

  it('tell the registrar why a job failed, who can then ask for it again', async () => {
    const { enrolmentId } = await aParticipant(app());
    const { caller: registrar } = await aRegistrar(app());
    const refuse = jest
      .spyOn(app().get(CertificatePrinter), 'print')
      .mockRejectedValue(new Error('The typesetter ended.'));
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual(['The typesetter ended.']);
    const { body } = await registrar.call(readAward, { params: { enrolmentId } });
    expect(body).toMatchObject({
      row: { state: 'signed', fault: 'The typesetter ended.' },
      can: { retry: true, revoke: true },
    });
    refuse.mockRestore();
    expect((await registrar.call(retryIssue, { params: { enrolmentId } })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect((await registrar.call(readAward, { params: { enrolmentId } })).body.row).toMatchObject({
      state: 'issued',
      fault: null,
    });
  });

  it('refuse a name that no document can show before anything is signed, and say which characters', async () => {
    const { caller, editionId, enrolmentId } = await aParticipant(app(), { confirmed: false });
    const confirm = (names: object) =>
      caller.call(confirmLearner, { params: { editionId }, body: { ...ana, ...names } });
    const { body } = await confirm({ givenName: 'Ana 𒂗', familyName: '🙈' });
    expect(body).toMatchObject({ code: 'credentials.name-not-printable', detail: expect.stringContaining('𒂗 🙈') });
    expect(await app().rows(LearnerConfirmation, { enrolmentId })).toEqual([]);
    expect((await confirm({ givenName: 'ნინო', familyName: 'ბერიძე' })).status).toBe(204);
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual([]);
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'issued' });
  });

  it('stop unsigned where a name was confirmed that no document can show, until it is confirmed in other letters', async () => {
    const { caller, editionId, enrolmentId } = await aParticipant(app());
    const { caller: registrar } = await aRegistrar(app());
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(LearnerConfirmation, { enrolmentId }, { familyName: '𒂗𒃶' }));
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual([]);
    const { body } = await registrar.call(readAward, { params: { enrolmentId } });
    expect(body).toMatchObject({
      row: { state: 'stopped', missing: ['printable-name'], waitsForConfirmation: true },
      can: { retry: false },
    });
    expect(await app().rows(Award, { enrolmentId })).toEqual([]);
    expect((await caller.call(confirmLearner, { params: { editionId }, body: ana })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await issueOf(enrolmentId)).toMatchObject({ state: 'issued' });
  });

  it('stop unsigned where the programme says what no document can show, and name it', async () => {
    const { enrolmentId } = await aParticipant(app(), { aim: { en: 'To read 𒂗', it: 'Leggere 𒂗' } });
    const { caller: registrar } = await aRegistrar(app());
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual([]);
    const { body } = await registrar.call(readAward, { params: { enrolmentId } });
    const row = {
      state: 'stopped',
      missing: ['printable-text'],
      fault: expect.stringContaining('𒂗 (U+12097)'),
      waitsForConfirmation: false,
    };
    expect(body).toMatchObject({ row, can: { retry: true } });
    expect(await app().rows(Award, { enrolmentId })).toEqual([]);
  });

  it('hear nothing of the documents of a credential that was superseded', async () => {
    const { enrolmentId } = await aParticipant(app());
    const { caller: registrar } = await aRegistrar(app());
    const printer = app().get(CertificatePrinter);
    const print = printer.print.bind(printer);
    const failing = jest
      .spyOn(printer, 'print')
      .mockImplementation((award, credential) =>
        credential.number === 1 ? Promise.reject(new Error('The typesetter ended.')) : print(award, credential),
      );
    await meet(app(), enrolmentId);
    expect(await app().runJobs()).toEqual(['The typesetter ended.']);
    const [award] = await app().rows(Award, { enrolmentId });
    const [first] = await app().rows(Credential, { awardId: award?.id });
    expect(first?.fault).toBe('The typesetter ended.');
    const body = { ...ana, familyName: 'Kovačić', reason: 'A letter was missing.' };
    expect(
      (await registrar.call(supersedeCredential, { params: { credentialId: first?.id ?? '' }, body })).status,
    ).toBe(204);
    const read = async () => (await registrar.call(readAward, { params: { enrolmentId } })).body;
    expect((await read()).row.fault).toBeNull();
    expect(await app().runJobs()).toEqual([]);
    // The first one’s job is tried once more, after its successor was printed.
    await expect(
      app()
        .get(RenderDocuments)
        .run({ credentialId: first?.id ?? '' }),
    ).rejects.toThrow('The typesetter ended.');
    failing.mockRestore();
    expect(await read()).toMatchObject({ row: { state: 'issued', fault: null }, can: { retry: false } });
  });

  it('keep what was true on their day, whatever the account says later', async () => {
    const { account, award, editionId, caller } = await anIssuedAward(app());
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update('Account', { id: account.id }, { familyName: 'Somebody else' }));
    expect((await app().rows(Award, { id: award.id }))[0]?.snapshot.record.learner.familyName).toBe('Kovač');
    expect((await caller.call(readMyCredential, { params: { editionId } })).body.learner.familyName).toBe('Kovač');
  });

  it('are corrected by a credential that takes the place of the old one', async () => {
    const { award, account, credential, enrolmentId } = await anIssuedAward(app());
    const { caller: registrar } = await aRegistrar(app());
    const params = { credentialId: credential.id };
    const reason = 'A letter was missing.';
    expect((await registrar.call(supersedeCredential, { params, body: { ...ana, reason } })).body.code).toBe(
      'credentials.nothing-corrected',
    );
    const body = { ...ana, familyName: 'Kovačić', reason };
    expect((await registrar.call(supersedeCredential, { params, body })).status).toBe(204);
    expect((await registrar.call(supersedeCredential, { params, body })).body.code).toBe('credentials.not-valid');
    expect(await app().runJobs()).toEqual([]);

    const { body: file } = await registrar.call(readAward, { params: { enrolmentId } });
    expect(file.record).toMatchObject({
      learner: { familyName: 'Kovačić' },
      awardedAt: award.snapshot.record.awardedAt,
    });
    expect(file.credentials).toMatchObject([
      { number: 2, state: 'valid', hasDocument: true },
      { number: 1, state: 'superseded', reason, endedBy: 'Rita Conti', hasDocument: true },
    ]);
    const printed = await registrar.call(readAwardCertificate, { params: { enrolmentId, number: '2' } });
    expect(String(printed.body)).toMatch(/^%PDF/);
    expect(mailsTo(account.email)).toHaveLength(2);
  });

  it('are revoked for good, and the holder hears why', async () => {
    const { account, credential, enrolmentId } = await anIssuedAward(app());
    const { caller: registrar } = await aRegistrar(app());
    const input = { params: { credentialId: credential.id }, body: { reason: 'It was somebody else’s work.' } };
    expect((await registrar.call(revokeCredential, input)).status).toBe(204);
    expect((await registrar.call(revokeCredential, input)).body.code).toBe('credentials.not-valid');
    expect(await app().runJobs()).toEqual([]);
    expect(mailsTo(account.email)).toHaveLength(2);
    const { body } = await registrar.call(readAwards, { query: { state: 'revoked' } });
    expect(body.items.map((row) => row.enrolmentId)).toContain(enrolmentId);
    expect((await registrar.call(readAward, { params: { enrolmentId } })).body.can).toEqual({
      retry: false,
      approve: false,
      suspend: false,
      reinstate: false,
      revoke: false,
      supersede: false,
    });
  });

  it('never have two valid credentials: the database refuses the second', async () => {
    const { credential } = await anIssuedAward(app());
    const second = {
      ...credential,
      id: newId(),
      number: 2,
      statusIndex: (credential.statusIndex + 1) % 131_072,
      documentId: null,
    };
    const refused = await app()
      .build(Credential, second)
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(isUniqueViolation(refused)).toBe(true);
  });

  it('are the registrar’s and the holder’s: others are refused', async () => {
    const { credential, enrolmentId, editionId, tutor } = await anIssuedAward(app());
    const other = await aParticipant(app());
    const body = { ...ana, reason: 'No.' };
    for (const { caller } of [tutor, other, await aPerson(app(), { organisation: 'coordinator' })]) {
      expect((await caller.call(readAwards)).status).toBe(403);
      expect((await caller.call(readAward, { params: { enrolmentId } })).status).toBe(403);
      expect((await caller.call(retryIssue, { params: { enrolmentId } })).status).toBe(403);
      expect((await caller.call(revokeCredential, { params: { credentialId: credential.id }, body })).status).toBe(403);
      expect((await caller.call(supersedeCredential, { params: { credentialId: credential.id }, body })).status).toBe(
        403,
      );
      expect((await caller.call(readMyCertificate, { params: { editionId } })).status).toBe(403);
    }
    expect((await app().visitor().call(readAwards)).status).toBe(401);
  });

  it('are listed at the same cost, however many there are', async () => {
    const { caller: registrar } = await aRegistrar(app());
    const few = await registrar.call(readAwards, { query: { state: 'issued' } });
    for (let more = 0; more < 3; more += 1) await anIssuedAward(app());
    const many = await registrar.call(readAwards, { query: { state: 'issued' } });
    expect(many.body.items.length).toBeGreaterThan(few.body.items.length);
    expect(many.body.counts.issued).toBe(few.body.counts.issued + 3);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
  });

  it('are searched and sorted by name, at the same cost however many there are', async () => {
    const { caller: registrar } = await aRegistrar(app());
    const ask = (sort: 'name' | '-name', q?: string) =>
      registrar.call(readAwards, { query: { sort, ...(q ? { q } : {}) } });
    const { editionId } = await anIssuedAward(app());
    await anIssuedAward(app());
    const few = await ask('name');
    for (let more = 0; more < 3; more += 1) await anIssuedAward(app());
    const up = await ask('name');
    expect(up.statements).toBe(few.statements);
    const names = up.body.items.map(({ learner }) => learner);
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
    expect((await ask('-name')).body.items.map(({ learner }) => learner)).toEqual(names.toReversed());
    expect(up.body.found).toBe(up.body.items.length);
    const { body } = await registrar.call(readAwards, {
      query: { edition: editionId, q: names[0]?.toUpperCase() ?? '' },
    });
    expect(body.found).toBe(body.items.length);
    expect((await ask('name', 'nobody like this')).body).toMatchObject({ items: [], found: 0, next: null });
  });

  it('are listed of one edition, with its counts', async () => {
    const { caller: registrar } = await aRegistrar(app());
    const { editionId, enrolmentId } = await anIssuedAward(app());
    await anIssuedAward(app());
    const { body } = await registrar.call(readAwards, { query: { edition: editionId } });
    expect([body.items.map((row) => row.enrolmentId), body.counts.issued]).toEqual([[enrolmentId], 1]);
    expect((await registrar.call(readAwards, { query: { edition: newId() } })).body).toMatchObject({
      items: [],
      counts: { issued: 0 },
    });
  });
});
