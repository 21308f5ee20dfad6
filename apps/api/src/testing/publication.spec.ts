import { createHash } from 'node:crypto';
import {
  askForConsents,
  gatherAgain,
  giveConsent,
  printPublication,
  readBookProof,
  readDataCite,
  readOwnConsent,
  readPublicBook,
  readPublication,
  readPublications,
  readPublicPublication,
  refuseConsent,
  remindOfConsents,
  savePublication,
  setPublication,
  setIndividualResult,
} from '@libretto/contracts';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { FileStore } from '../platform/files/file-store';
import { StoredFile } from '../platform/files/stored-file.entity';
import { PdfRenderer } from '../platform/pdf/pdf-renderer';
import { aCourse, aMarkedWork } from './course';
import { aParticipant, aPerson } from './fixtures';
import { readByOthers } from './pdf-by-others';
import { textOfPdf } from './pdf-text';
import { unzipped } from './unzipped';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { AccountLeaves } from '../features/accounts';
import { GroupMember } from '../features/project-work/work/project-group.entity';
import { SubmittedFile, Work } from '../features/project-work/work/work.entity';
import { Publication, PublicationBook, PublicationConsent } from '../features/publication/book/publication.entity';
import { aContribution, aPublicationBody } from '../features/publication/publication.builder';

/** A released work of these people that passed, whose file says this. */
async function anAcceptedWork(
  app: TestApp,
  editionId: string,
  people: readonly { id: string }[],
  tutorId: string,
  text: string,
) {
  const rows = await aMarkedWork(app, { editionId, enrolmentIds: people.map(({ id }) => id), by: tutorId });
  const file = await app
    .get(FileStore)
    .write({ id: newId(), name: 'one-desk.md', type: 'text/plain', purpose: 'project-work' }, Buffer.from(text));
  await app.build(StoredFile, file);
  await app.get(Transaction).run(async (tx) => {
    await tx.manager.update(Work, { id: rows.work.id }, { state: 'released', releasedAt: app.clock.now() });
    await tx.manager.update(SubmittedFile, { id: rows.file.id }, { fileId: file.id });
  });
  return rows.work.id;
}

const bibtex =
  '@book{lisbon, title={The Lisbon Recognition Convention}, author={Bergan, Sjur}, year={2004}, publisher={Council of Europe}}';
const text = '# Theory\n\nRecognition is a right [@lisbon]. 🙈\n\n- one\n- two\n';

/** A group of two with an accepted work, and the coordinator's publication of it, in which consent is asked for. */
async function anAskedPublication(app: TestApp, values: Parameters<typeof aPublicationBody>[1] = {}) {
  const course = await aCourse(app, 3);
  const [ana, luca, other] = course.participants as [
    (typeof course.participants)[0],
    (typeof course.participants)[0],
    (typeof course.participants)[0],
  ];
  const params = { editionId: course.edition.id };
  const by = course.tutor.account.id;
  const workId = await anAcceptedWork(app, course.edition.id, [ana.enrolment, luca.enrolment], by, text);
  const otherId = await anAcceptedWork(app, course.edition.id, [other.enrolment], by, 'Another work.');
  const works = [
    { workId, references: bibtex },
    { workId: otherId, title: 'Not blind' },
  ];
  const body = aPublicationBody(works, values);
  const saved = await course.coordinator.call(savePublication, { params, body });
  expect(saved.status).toBe(200);
  expect((await course.coordinator.call(askForConsents, { params })).status).toBe(204);
  return { ...course, params, ana, luca, other, workId, otherId, body, publicationId: saved.body.id };
}

type Asked = Awaited<ReturnType<typeof anAskedPublication>>;

const consent = ({ params, workId }: Asked, { caller }: Asked['ana'], values = {}) =>
  caller.call(giveConsent, { params: { ...params, workId }, body: aContribution(values) });

/** The same, with both consents given and the books set. */
async function aTypesetPublication(app: TestApp) {
  const asked = await anAskedPublication(app);
  await consent(asked, asked.ana);
  await consent(asked, asked.luca, { name: 'Luca Moretti', orcid: null, roles: ['software'] });
  expect((await asked.coordinator.call(setPublication, { params: asked.params })).status).toBe(204);
  expect(await app.runJobs()).toEqual([]);
  return asked;
}

const stateOf = async (app: TestApp, { publicationId }: Asked) =>
  (await app.rows(Publication, { id: publicationId }))[0]?.state;

describeOnEachDatabase('a publication', (app) => {
  beforeEach(() => app().clock.set(new Date('2026-11-23T09:00:00Z')));
  // The clock goes back for the next test: what this one left to do would become due in the midst of it.
  afterEach(() => app().runJobs());

  it('asks no member whose own result is another, and leaves nobody out for the result of somebody else', async () => {
    const asked = await anAskedPublication(app());
    const { params, ana, luca, workId, tutor } = asked;
    await tutor.caller.call(setIndividualResult, {
      params: { ...params, workId, enrolmentId: luca.enrolment.id },
      body: { outcome: 'not-passed', reason: 'He wrote nothing of it.' },
    });
    await consent(asked, ana);
    expect((await consent(asked, luca)).status).toBe(404);
    const { body } = await asked.coordinator.call(readPublication, { params });
    expect(body.works.map(({ members, leftOut }) => [members.length, leftOut])).toEqual([
      [1, null],
      [1, 'asked'],
    ]);
  });

  it('is gathered from accepted works, in an order, and asks every member once', async () => {
    const asked = await anAskedPublication(app());
    const { body } = await asked.coordinator.call(readPublication, { params: asked.params });
    expect(body.works.map(({ title, members, leftOut }) => [title, members.length, leftOut])).toEqual([
      ['One desk, one decision', 2, 'asked'],
      ['Not blind', 1, 'asked'],
    ]);
    expect(body).toMatchObject({ state: 'consents', others: [], can: { gather: false, remind: true, set: false } });
    const before = app().mails().length;
    expect(await app().runJobs()).toEqual([]);
    const mails = app().mails().slice(before);
    expect(mails.filter((mail) => mail.includes('Automatic recognition in practices'))).toHaveLength(3);

    await consent(asked, asked.ana);
    expect((await asked.coordinator.call(remindOfConsents, { params: asked.params })).status).toBe(204);
    expect((await asked.coordinator.call(remindOfConsents, { params: asked.params })).body).toMatchObject({
      code: 'publication.reminded-lately',
    });
    const reminded = app().mails().length;
    await app().runJobs();
    expect(app().mails().length - reminded).toBe(2);
  });

  it('takes no work that is not accepted, or of another edition', async () => {
    const { edition, participants, tutor, coordinator } = await aCourse(app(), 1);
    const unreleased = await aMarkedWork(app(), {
      editionId: edition.id,
      enrolmentIds: participants.map(({ enrolment }) => enrolment.id),
      by: tutor.account.id,
    });
    const elsewhere = await anAskedPublication(app());
    for (const workId of [unreleased.work.id, elsewhere.workId]) {
      const { body } = await coordinator.call(savePublication, {
        params: { editionId: edition.id },
        body: aPublicationBody([{ workId }]),
      });
      expect(body).toMatchObject({ code: 'publication.not-accepted' });
    }
  });

  it('takes references that can be read, and no others', async () => {
    const asked = await anAskedPublication(app());
    await asked.coordinator.call(gatherAgain, { params: asked.params });
    for (const references of ['no entry', '@book{x, title={open', '@nonsense{']) {
      const { body } = await asked.coordinator.call(savePublication, {
        params: asked.params,
        body: aPublicationBody([{ workId: asked.workId, references }]),
      });
      expect(body).toMatchObject({ code: 'publication.references-unreadable' });
    }
  });

  it('records what a member consents to, and keeps nothing of it once it is withdrawn', async () => {
    const asked = await anAskedPublication(app());
    const own = { params: { ...asked.params, workId: asked.workId } };
    expect((await consent(asked, asked.ana, { orcid: '0000-0002-1825-0098' })).body).toMatchObject({
      code: 'publication.not-an-orcid',
    });
    expect((await consent(asked, asked.ana, { roles: [] })).body).toMatchObject({ code: 'publication.role-missing' });
    expect((await consent(asked, asked.ana, { orcid: 'https://orcid.org/0000-0002-1825-0097' })).status).toBe(204);
    const where = { accountId: asked.ana.account.id };
    expect(await app().rows(PublicationConsent, where)).toMatchObject([
      {
        state: 'given',
        statement: {
          ...aContribution(),
          publication: 'Automatic recognition in practices',
          title: 'One desk, one decision',
          licence: 'cc-by',
        },
      },
    ]);
    expect((await asked.ana.caller.call(refuseConsent, own)).status).toBe(204);
    expect(await app().rows(PublicationConsent, where)).toMatchObject([{ state: 'withdrawn', statement: null }]);
    const { body } = await asked.ana.caller.call(readOwnConsent, { params: asked.params });
    expect(body.items).toMatchObject([{ consent: 'withdrawn', can: { consent: true, withdraw: false } }]);
    expect((await consent(asked, asked.ana)).status).toBe(204);
  });

  it('asks again whoever consented to another title', async () => {
    const asked = await anAskedPublication(app());
    await consent(asked, asked.ana);
    await asked.other.caller.call(giveConsent, {
      params: { ...asked.params, workId: asked.otherId },
      body: aContribution(),
    });
    await asked.coordinator.call(gatherAgain, { params: asked.params });
    const works = asked.body.works.map((work) =>
      work.workId === asked.workId ? { ...work, title: 'Two desks' } : work,
    );
    await asked.coordinator.call(savePublication, { params: asked.params, body: { ...asked.body, works } });
    const { body } = await asked.coordinator.call(readPublication, { params: asked.params });
    expect(body.works.map(({ members }) => members.map(({ consent: said }) => said))).toEqual([
      ['asked', 'asked'],
      ['given'],
    ]);
  });

  it('leaves out a work without every consent, and says why', async () => {
    const asked = await anAskedPublication(app());
    await consent(asked, asked.ana);
    const { body: refused } = await asked.coordinator.call(setPublication, { params: asked.params });
    expect(refused).toMatchObject({ code: 'publication.nothing-to-set' });
    await asked.other.caller.call(giveConsent, {
      params: { ...asked.params, workId: asked.otherId },
      body: aContribution({ name: 'Ines Costa' }),
    });
    expect((await asked.coordinator.call(setPublication, { params: asked.params })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect((await asked.coordinator.call(printPublication, { params: asked.params })).status).toBe(204);
    const { body } = await app()
      .visitor()
      .call(readPublicPublication, { params: { publicationId: asked.publicationId } });
    expect(body.works.map(({ title }) => title)).toEqual(['Not blind']);
    expect(JSON.stringify(body)).not.toContain('Ana');
  });

  it('is set as a tagged archival PDF and an EPUB from one source, with the same bytes each time', async () => {
    const asked = await aTypesetPublication(app());
    const books = async () =>
      Promise.all(
        (await app().rows(PublicationBook, { publicationId: asked.publicationId }))
          .sort((one, other) => one.form.localeCompare(other.form))
          .map(({ id }) => app().get(FileStore).read(id)),
      );
    const [epub, pdf] = (await books()) as [Buffer, Buffer];
    const said = await textOfPdf(pdf);
    for (const words of [
      'Contents',
      'One desk, one decision',
      'Theory',
      'Bergan, 2004',
      'Luca Moretti',
      '0000-0002-1825-0097',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain('Not blind');
    readByOthers(pdf, ({ faults, isTagged, archival }) =>
      expect([faults, isTagged, archival]).toEqual(['', true, '3A']),
    );

    const parts = unzipped(epub);
    expect([...parts.keys()].slice(0, 2)).toEqual(['mimetype', 'META-INF/container.xml']);
    expect(parts.get('EPUB/work-1.xhtml')).toContain('references.xhtml#');
    const { EpubCheck } = await import('@likecoin/epubcheck-ts');
    const checked = await EpubCheck.validate(epub);
    expect(checked.messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info')).toEqual([]);

    const renderer = app().get(PdfRenderer);
    const printing = jest.spyOn(renderer, 'print');
    await asked.coordinator.call(setPublication, { params: asked.params });
    expect(await app().runJobs()).toEqual([]);
    const [template, data, , pictures] = printing.mock.lastCall as Parameters<PdfRenderer['print']>;
    // PDF/UA-1 has no place for what a screen reader could not read: such a book would not be set.
    await expect(renderer.print(template, data, 'ua-1', pictures)).resolves.toBeInstanceOf(Buffer);
    printing.mockRestore();
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect((await books()).map(hash)).toEqual([epub, pdf].map(hash));
  });

  it('is printed once its books are there, and then nothing of it changes', async () => {
    const asked = await aTypesetPublication(app());
    const publicly = { params: { publicationId: asked.publicationId } };
    expect((await app().visitor().call(readPublicPublication, publicly)).status).toBe(404);
    expect((await app().visitor().call(readDataCite, publicly)).status).toBe(404);
    expect((await asked.coordinator.call(printPublication, { params: asked.params })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);

    const own = { params: { ...asked.params, workId: asked.workId } };
    const late = [
      asked.ana.caller.call(refuseConsent, own),
      asked.coordinator.call(gatherAgain, { params: asked.params }),
      asked.coordinator.call(setPublication, { params: asked.params }),
      asked.coordinator.call(savePublication, { params: asked.params, body: asked.body }),
    ];
    for (const answer of await Promise.all(late)) expect(answer.body).toMatchObject({ code: 'publication.in-print' });

    const { body } = await app().visitor().call(readPublicPublication, publicly);
    expect(body).toMatchObject({ year: 2026, licence: 'cc-by', editors: ['Chiara Bianchi'] });
    expect(body.works[0]?.contributors.map(({ name, orcid }) => [name, orcid])).toEqual([
      ['Ana Kovač', '0000-0002-1825-0097'],
      ['Luca Moretti', null],
    ]);
    const list = await app().visitor().call(readPublications, {});
    expect(list.body.items.map(({ id }) => id)).toContain(asked.publicationId);
    for (const form of ['pdf', 'epub'] as const) {
      const book = await app()
        .visitor()
        .call(readPublicBook, { params: { ...publicly.params, form } });
      expect(book.status).toBe(200);
    }
  });

  it('goes back to its consents when one is withdrawn after it was set', async () => {
    const asked = await aTypesetPublication(app());
    await asked.ana.caller.call(refuseConsent, { params: { ...asked.params, workId: asked.workId } });
    expect(await stateOf(app(), asked)).toBe('consents');
    expect(await app().rows(PublicationBook, { publicationId: asked.publicationId })).toEqual([]);
    expect(await app().runJobs()).toEqual([]);
    const proof = { params: { ...asked.params, form: 'pdf' as const } };
    expect((await asked.coordinator.call(readBookProof, proof)).status).toBe(404);
    expect((await asked.coordinator.call(printPublication, { params: asked.params })).body).toMatchObject({
      code: 'publication.no-such-step',
    });
  });

  it('does not print what a late joiner has not consented to', async () => {
    const asked = await aTypesetPublication(app());
    const joining = await aParticipant(app(), asked.params.editionId);
    const [{ groupId, briefId }] = (await app().rows(Work, { id: asked.workId })) as [Work];
    await app().build(GroupMember, { id: newId(), groupId, briefId, enrolmentId: joining.enrolment.id });
    expect((await asked.coordinator.call(printPublication, { params: asked.params })).body).toMatchObject({
      code: 'publication.changed-since',
    });
  });

  it('forgets whoever deletes their account before it is in print', async () => {
    const asked = await aTypesetPublication(app());
    const accountId = asked.luca.account.id;
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(accountId)));
    expect(await app().rows(PublicationConsent, { accountId })).toMatchObject([
      { state: 'withdrawn', statement: null },
    ]);
    expect(await stateOf(app(), asked)).toBe('consents');
  });

  it('either prints or lets somebody withdraw, where both happen at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const asked = await aTypesetPublication(app());
      const [printed, withdrawn] = await Promise.all([
        asked.coordinator.call(printPublication, { params: asked.params }),
        asked.luca.caller.call(refuseConsent, { params: { ...asked.params, workId: asked.workId } }),
      ]);
      const [{ state }] = (await app().rows(PublicationConsent, { accountId: asked.luca.account.id })) as [
        PublicationConsent,
      ];
      expect([printed.status === 204, withdrawn.status === 204, await stateOf(app(), asked), state]).toEqual(
        printed.status === 204 ? [true, false, 'in-print', 'given'] : [false, true, 'consents', 'withdrawn'],
      );
    }
  });

  it('is nobody else’s', async () => {
    const asked = await anAskedPublication(app());
    const stranger = await aParticipant(app(), asked.params.editionId);
    const elsewhere = await aPerson(app(), { editions: [{ editionId: newId(), role: 'participant' }] });
    expect((await stranger.caller.call(readOwnConsent, { params: asked.params })).body).toEqual({ items: [] });
    expect((await consent(asked, { ...asked.ana, caller: stranger.caller })).status).toBe(404);
    expect((await consent(asked, { ...asked.ana, caller: elsewhere.caller })).status).toBe(403);
    expect((await asked.tutor.caller.call(readPublication, { params: asked.params })).status).toBe(403);
    expect((await asked.ana.caller.call(printPublication, { params: asked.params })).status).toBe(403);
    expect((await app().visitor().call(savePublication, { params: asked.params, body: asked.body })).status).toBe(401);
  });

  it('describes itself as DataCite asks of a DOI', async () => {
    const asked = await aTypesetPublication(app());
    await asked.coordinator.call(printPublication, { params: asked.params });
    const { body } = await app()
      .visitor()
      .call(readDataCite, { params: { publicationId: asked.publicationId } });
    expect(body).toMatchObject({
      schemaVersion: 'http://datacite.org/schema/kernel-4',
      types: { resourceTypeGeneral: 'Book', resourceType: expect.any(String) },
      titles: [{ title: 'Automatic recognition in practices' }],
      publisher: { name: expect.stringMatching(/./) },
      publicationYear: '2026',
      creators: [
        {
          name: 'Ana Kovač',
          nameIdentifiers: [{ nameIdentifier: 'https://orcid.org/0000-0002-1825-0097', nameIdentifierScheme: 'ORCID' }],
          affiliation: [{ name: 'University of Zagreb' }],
        },
        { name: 'Luca Moretti' },
      ],
      contributors: [{ name: 'Chiara Bianchi', contributorType: 'Editor' }],
    });
  });
});
