import { readdirSync } from 'node:fs';
import {
  addEvidence,
  assignRole,
  invitePeople,
  readEvidenceFile,
  readMyApplication,
  readMyApplications,
  removeEvidence,
  saveApplication,
  startApplication,
  submitApplication,
  withdrawApplication,
} from '@libretto/contracts';
import { parse } from 'content-disposition';
import { FileStore } from '../../../platform/files/file-store';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { anEnvelope, smallPdf } from '../../../testing/small-files';
import { aColleague, aCoordinator, anApplicant, anEditionOf, aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { aChange, aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';
import { Evidence } from '../dossier/evidence.entity';

const pdf = { name: 'diploma.pdf', content: smallPdf };
const stillOpen = {
  startsOn: '2026-12-14',
  endsOn: '2027-01-22',
  applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
};

/** An edition that takes applications, and a person with an institution. */
async function whoCanApply(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, {}, stillOpen);
  return { editionId, params: { editionId }, ...(await aColleague(app)) };
}

const read = async (caller: Caller, editionId: string) =>
  (await caller.call(readMyApplication, { params: { editionId } })).body;

describeOnEachDatabase('applications', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));

  it('are written as one goes, completed with evidence, submitted and confirmed by mail', async () => {
    const { caller, account, editionId, params, institution } = await whoCanApply(app());
    expect(await read(caller, editionId)).toMatchObject({ application: null, can: { start: true } });

    await caller.call(startApplication, { params });
    expect((await read(caller, editionId)).application?.missing).toEqual(['degree', 'degree-evidence', 'motivation']);
    await caller.call(saveApplication, {
      params,
      body: aChange({ motivation: 'To learn.', languages: [{ language: 'en', level: 'B2' }] }),
    });
    await caller.call(saveApplication, { params, body: aChange({ degrees: aForm().degrees }) });
    expect(await read(caller, editionId)).toMatchObject({
      application: { missing: ['degree-evidence'] },
      can: { submit: false },
    });
    expect((await caller.call(submitApplication, { params })).body).toMatchObject({
      code: 'admissions.incomplete',
      numbers: { missing: 1 },
    });
    expect((await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf)).status).toBe(201);
    expect(await read(caller, editionId)).toMatchObject({ application: { missing: [] }, can: { submit: true } });

    expect((await caller.call(submitApplication, { params })).status).toBe(204);

    expect(await app().rows(Application, { editionId })).toMatchObject([
      {
        state: 'submitted',
        institutionId: institution.id,
        country: 'HR',
        form: { motivation: 'To learn.', degrees: aForm().degrees },
      },
    ]);
    expect(await app().runJobs()).toEqual([]);
    expect(await app().rows(SentMail, { recipient: account.email })).toMatchObject([
      { mail: 'admissions.application-received', subject: 'We’ve received your application to Reading diplomas' },
    ]);
    expect((await caller.call(readMyApplications)).body.items).toMatchObject([{ editionId, state: 'submitted' }]);
    expect((await caller.call(saveApplication, { params, body: aChange({ motivation: 'x' }) })).body.code).toBe(
      'admissions.not-editable',
    );
    expect((await caller.call(submitApplication, { params })).body.code).toBe('admissions.no-such-step');
  });

  it('are one for each person and edition, also when asked for twice at once', async () => {
    const { caller, editionId, params } = await whoCanApply(app());
    const answers = await Promise.all([1, 2, 3].map(() => caller.call(startApplication, { params })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await app().rows(Application, { editionId })).toHaveLength(1);
  });

  it('come from nobody who sits in the commission, and not after the deadline', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const { caller: member } = await aPerson(app(), { editions: [{ editionId, role: 'member' }] });
    expect((await member.call(startApplication, { params: { editionId } })).body.code).toBe(
      'admissions.sits-in-commission',
    );
    const { caller, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    await caller.call(saveApplication, { params, body: aChange(aForm()) });
    await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf);
    app().clock.set(stillOpen.applicationsCloseAt);
    expect((await caller.call(submitApplication, { params })).body.code).toBe('admissions.not-open');
    expect((await read(caller, params.editionId)).can).toMatchObject({ submit: false, edit: true });
    const late = await aPerson(app());
    expect((await late.caller.call(startApplication, { params })).body.code).toBe('admissions.not-open');
  });

  it('and a seat among those who judge them never are of one person, whichever comes first', async () => {
    const coordinator = await aCoordinator(app());
    for (let time = 0; time < 4; time += 1) {
      const { account, caller, editionId, params } = await whoCanApply(app());
      await caller.call(startApplication, { params });
      await caller.call(saveApplication, { params, body: aChange(aForm()) });
      await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf);
      const seat = () =>
        coordinator.call(assignRole, {
          params: { editionId },
          body: { accountId: account.id, role: time % 2 ? 'chair' : 'member' },
        });
      const application = () => caller.call(submitApplication, { params });
      const answers = time < 2 ? await Promise.all([seat(), application()]) : [await seat(), await application()];
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      if (time < 2) continue;
      expect(answers[1]?.body).toMatchObject({ code: 'admissions.sits-in-commission' });
    }
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const { account, caller } = await anApplicant(app(), editionId);
    const seat = (role: 'member' | 'tutor') =>
      coordinator.call(assignRole, { params: { editionId }, body: { accountId: account.id, role } });
    expect((await seat('member')).body).toMatchObject({ code: 'editions.has-applied' });
    expect(
      (
        await coordinator.call(invitePeople, {
          body: {
            editionId,
            role: null,
            people: [{ email: account.email, givenName: '', familyName: '', role: 'member' }],
          },
        })
      ).body.items,
    ).toMatchObject([{ verdict: 'fault', fault: 'has-applied' }]);
    await caller.call(withdrawApplication, { params: { editionId } });
    expect((await seat('member')).status).toBe(204);
  });

  it.each(['draft', 'submitted', 'under-review'] as const)('can be withdrawn while %s', async (state) => {
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const { caller } = await anApplicant(app(), editionId, { application: { state } });
    expect((await caller.call(withdrawApplication, { params: { editionId } })).status).toBe(204);
    expect(await app().rows(Application, { editionId })).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('cannot be withdrawn once they are ruled on', async () => {
    const { id: editionId } = await anEditionOf(app(), {}, stillOpen);
    const { caller } = await anApplicant(app(), editionId, { application: { state: 'ruled' } });
    expect((await caller.call(withdrawApplication, { params: { editionId } })).body.code).toBe(
      'admissions.no-such-step',
    );
  });

  it.each([
    ['a level that does not exist', { degrees: [{ ...aForm().degrees[0], eqfLevel: 9 }] }, 'degrees.0.eqfLevel'],
    ['a degree without a title', { degrees: [{ ...aForm().degrees[0], title: ' ' }] }, 'degrees.0.title'],
    ['a day that does not exist', { posts: [{ ...aForm().posts[0], from: '2024-02-30' }] }, 'posts.0.from'],
    ['a referee without an address', { referees: [{ name: 'Ivo', email: 'ivo' }] }, 'referees.0.email'],
    ['a motivation without end', { motivation: 'x'.repeat(4001) }, 'motivation'],
    ['a list without end', { posts: Array.from({ length: 21 }, () => aForm().posts[0]) }, 'posts'],
  ])('refuse %s, and keep what was there', async (_, body, path) => {
    const { caller, editionId, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    await caller.call(saveApplication, { params, body: aChange(aForm()) });
    const answer = await caller.call(saveApplication, { params, body: { from: aForm(), to: body as never } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'common.bad-input', fields: [{ path: `to.${path}` }] } });
    expect(await app().rows(Application, { editionId })).toMatchObject([{ form: aForm() }]);
  });
});

describeOnEachDatabase('evidence', (app) => {
  it('is sent back inert, as a download, or in place where a browser can show it', async () => {
    const { caller, editionId, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const { body } = await caller.upload(
      addEvidence,
      { params, query: { kind: 'degree' } },
      { ...pdf, name: '../../<b>diploma</b>.hta' },
    );
    const file = { editionId, evidenceId: body.id };
    const download = await caller.call(readEvidenceFile, { params: file });
    expect(parse(String(download.headers['content-disposition']))).toMatchObject({
      type: 'attachment',
      parameters: { filename: '_.._<b>diploma<_b>.hta.pdf' },
    });
    const { status, headers } = await caller.call(readEvidenceFile, { params: file, query: { inPlace: 'true' } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline;/),
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    [
      'a page that could run',
      { name: 'cv.pdf', content: '<html><script>alert(1)</script>\0' },
      'common.file-is-web-page',
    ],
    [
      'a program in a picture’s name',
      { name: 'me.png', content: Buffer.from('7f454c4602010100', 'hex') },
      'common.file-type-not-taken',
    ],
    ['nothing', { name: 'empty.pdf', content: '' }, 'common.file-is-empty'],
  ])('refuses %s, and keeps nothing of it', async (_, file, code) => {
    const { caller, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const before = await app().rows(StoredFile);
    expect((await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, file)).body.code).toBe(code);
    expect(await app().rows(StoredFile)).toHaveLength(before.length);
  });

  it('shows the document of an envelope, and gives back the envelope', async () => {
    const { caller, editionId, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const envelope = anEnvelope(Buffer.from(smallPdf));
    const { body } = await caller.upload(
      addEvidence,
      { params, query: { kind: 'degree' } },
      { name: 'diploma.pdf.p7m', content: envelope },
    );
    const file = { editionId, evidenceId: body.id };
    const [shown, original] = [
      await caller.call(readEvidenceFile, { params: file, query: { inPlace: 'true' } }),
      await caller.call(readEvidenceFile, { params: file }),
    ];
    expect([shown.headers['content-type'], shown.bytes.toString()]).toEqual(['application/pdf', smallPdf]);
    expect([original.headers['content-type'], original.bytes.equals(envelope)]).toEqual([
      'application/pkcs7-mime',
      true,
    ]);
    const [evidence] = await app().rows(Evidence, { id: body.id });
    await caller.call(removeEvidence, { params: { ...params, evidenceId: body.id } });
    expect(readdirSync(app().config.filesFolder).filter((name) => name.startsWith(evidence?.fileId ?? ''))).toEqual([]);
  });

  it.each([
    ["O'Brien's CV (final).txt", "O'Brien's CV (final).txt"],
    ['the "plans" 100%22 ž.txt', 'the "plans" 100%22 ž.txt'],
    ['Zˇ-Žumberak'.normalize('NFD') + '.txt', 'Zˇ-Žumberak.txt'],
    ['../../etc/passwd\\x.txt', '_.._etc_passwd_x.txt'],
    ['diploma\u202etxt.exe.txt', 'diplomatxt.exe.txt'],
  ])('is downloaded under the name that its owner gave it: %s', async (name, kept) => {
    const { caller, editionId, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const { body } = await caller.upload(
      addEvidence,
      { params, query: { kind: 'other' } },
      { name, content: 'Dear commission' },
    );
    const { headers } = await caller.call(readEvidenceFile, { params: { editionId, evidenceId: body.id } });
    expect(parse(String(headers['content-disposition'])).parameters['filename']).toBe(kept);
  });

  it('is erased when it is taken out', async () => {
    const { caller, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const { body } = await caller.upload(addEvidence, { params, query: { kind: 'other' } }, pdf);
    const [evidence] = await app().rows(Evidence, { id: body.id });
    const fileId = evidence?.fileId as string;

    expect((await caller.call(removeEvidence, { params: { ...params, evidenceId: body.id } })).status).toBe(204);

    expect(await app().rows(StoredFile, { id: fileId })).toEqual([]);
    await expect(app().get(FileStore).read(fileId)).rejects.toThrow('ENOENT');
  });

  it('is nobody else’s to open or take out', async () => {
    const { caller, editionId, params } = await whoCanApply(app());
    await caller.call(startApplication, { params });
    const { body } = await caller.upload(addEvidence, { params, query: { kind: 'other' } }, pdf);
    const other = await anApplicant(app(), editionId, { application: { state: 'draft' } });
    const of = { params: { editionId, evidenceId: body.id } };
    expect((await other.caller.call(readEvidenceFile, of)).status).toBe(404);
    expect((await other.caller.call(removeEvidence, of)).status).toBe(404);
    expect((await app().visitor().call(readEvidenceFile, of)).status).toBe(401);
  });
});
