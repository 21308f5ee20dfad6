import { readdirSync } from 'node:fs';
import {
  addMaterial,
  declareSelfStudy,
  type InputOf,
  listModules,
  openMaterial,
  readBooklet,
  readModule,
  removeMaterial,
  uploadMaterial,
} from '@libretto/contracts';
import { newId } from '../../platform/database/new-id';
import { anEditionOf, aParticipant, aPerson } from '../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../testing/test-app';
import { Material } from './material/material.entity';
import { aMaterial } from './material/material.builder';

async function aCourse(app: TestApp) {
  const edition = await anEditionOf(app);
  const editionId = edition.id;
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const ana = await aParticipant(app, editionId);
  const params = { editionId, moduleNumber: 1 };
  const page = async (caller = ana.caller) => (await caller.call(readModule, { params })).body;
  return { edition, editionId, tutor, ana, params, page };
}

const form = 'multipart/form-data; boundary=x';
const filePart = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

describeOnEachDatabase('modules', (app) => {
  it('show what they plan, beside what the reader has', async () => {
    const { editionId, ana, page, tutor } = await aCourse(app());
    const params = { editionId, moduleNumber: 1 };
    await ana.caller.call(declareSelfStudy, { params, body: { entryId: newId(), from: '2026-11-20', minutes: 45 } });
    expect(await page()).toMatchObject({
      number: 1,
      mode: 'online',
      notional: { contact: 300, 'self-study': 450, project: 0 },
      own: { enrolmentId: ana.enrolment.id, minutes: { recorded: { 'self-study': 45 }, selfStudyLeft: 405 } },
      can: { addMaterial: false, declareSelfStudy: true },
    });
    expect(await page(tutor.caller)).toMatchObject({ own: null, can: { addMaterial: true, declareSelfStudy: false } });
  });

  it('are listed with their materials counted', async () => {
    const { editionId, tutor, ana } = await aCourse(app());
    const added = { editionId, addedBy: tutor.account.id };
    await app().build(Material, aMaterial(added), aMaterial(added), aMaterial({ ...added, removedAt: new Date() }));
    const { body } = await ana.caller.call(listModules, { params: { editionId } });
    expect(body.modules.map(({ number, materials }) => [number, materials])).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });

  describe('materials', () => {
    it('can be links and videos', async () => {
      const { page, params, tutor } = await aCourse(app());
      const add = (body: InputOf<typeof addMaterial>['body']) => tutor.caller.call(addMaterial, { params, body });
      const link = { kind: 'link' as const, title: '<b>ENIC-NARIC</b>', url: 'https://www.enic-naric.net/' };
      expect((await add(link)).status).toBe(201);
      expect((await add({ kind: 'video', title: 'A talk', url: 'https://vimeo.com/76979871' })).status).toBe(201);
      expect((await page()).materials).toMatchObject([
        { kind: 'link', title: { und: '<b>ENIC-NARIC</b>' }, url: link.url, addedBy: 'Ana Kovač' },
        { kind: 'video', title: { und: 'A talk' }, url: 'https://vimeo.com/76979871' },
      ]);
    });

    it.each([
      ['a script', { kind: 'link' as const, title: 'x', url: 'javascript:alert(1)' }],
      ['data', { kind: 'link' as const, title: 'x', url: 'data:text/html,x' }],
      ['no title', { kind: 'page' as const, title: ' ' }],
      [
        'a video of a site whose player is not shown',
        { kind: 'video' as const, title: 'x', url: 'https://spy.example/1' },
      ],
    ])('cannot be %s', async (_, body) => {
      const { editionId, params, tutor } = await aCourse(app());
      expect((await tutor.caller.call(addMaterial, { params, body })).body.code).toBe('common.bad-input');
      expect(await app().rows(Material, { editionId })).toEqual([]);
    });

    it('can be files, which are served inert to those of the edition only', async () => {
      const { editionId, ana, page, params, tutor } = await aCourse(app());
      const file = { name: '../<img src=x>.txt', content: 'As a page would say: <script>alert(1)</script>' };
      expect((await tutor.caller.upload(uploadMaterial, { params }, file)).status).toBe(201);
      const [material] = (await page()).materials;
      expect(material).toMatchObject({ kind: 'file', file: { type: 'text/plain', bytes: file.content.length } });
      const asked = { params: { editionId, materialId: material!.id } };
      const opened = await ana.caller.call(openMaterial, asked);
      expect(opened.status).toBe(200);
      expect(opened.headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8' });
      expect(String(opened.headers['content-disposition'])).toMatch(/^attachment/);
      expect(String(opened.headers['content-security-policy'])).toContain('sandbox');
      const elsewhere = await aCourse(app());
      expect((await elsewhere.ana.caller.call(openMaterial, asked)).status).toBe(403);
      expect(
        (await elsewhere.ana.caller.call(openMaterial, { params: { ...asked.params, editionId: elsewhere.editionId } }))
          .status,
      ).toBe(404);
      expect((await app().visitor().call(openMaterial, asked)).status).toBe(401);
    });

    it.each([
      ['empty', { name: 'empty.txt', content: '' }],
      ['a page', { name: 'notes.txt', content: '<script>alert(1)</script>' }],
      ['a program', { name: 'run.pdf', content: Buffer.from('7f454c460201010000000000000000000200', 'hex') }],
    ])('cannot be a file that is %s', async (_, file) => {
      const { editionId, params, tutor } = await aCourse(app());
      expect((await tutor.caller.upload(uploadMaterial, { params }, file)).status).toBeGreaterThanOrEqual(400);
      expect(await app().rows(Material, { editionId })).toEqual([]);
    });

    it.each<[string, string, string, number]>([
      ['breaks off before its file', form, '--x\r\ncontent-disposition: form-data; name="name"\r\n\r\na.t', 400],
      ['breaks off in its file', form, `${filePart}half of`, 400],
      ['names no boundary', 'multipart/form-data', `${filePart}whole\r\n--x--\r\n`, 400],
      ['has no head', form, 'words', 400],
      [
        'has more fields than any of ours',
        form,
        `${'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(12)}--x--\r\n`,
        400,
      ],
      [
        'has a field of the prototype',
        form,
        '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nb\r\n--x--\r\n',
        400,
      ],
      ['has no file', form, '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n', 422],
      ['is JSON', 'application/json', '{}', 415],
    ])('cannot be an upload that %s', async (_, type, payload, status) => {
      const { editionId, params, tutor } = await aCourse(app());
      const answer = await tutor.caller.call(
        uploadMaterial,
        { params, body: payload as never },
        { 'content-type': type },
      );
      expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(/nothing was saved/)]);
      expect(await app().rows(Material, { editionId })).toEqual([]);
      expect(
        readdirSync(app().config.dataFolder, { recursive: true }).filter((name) => String(name).endsWith('.arriving')),
      ).toEqual([]);
    });

    it('can be taken off, and are not there any more', async () => {
      const { editionId, ana, page, tutor } = await aCourse(app());
      const [material] = await app().build(Material, aMaterial({ editionId, addedBy: tutor.account.id }));
      const asked = { params: { editionId, materialId: material!.id } };
      expect((await ana.caller.call(removeMaterial, asked)).status).toBe(403);
      expect((await tutor.caller.call(removeMaterial, asked)).status).toBe(204);
      expect((await page()).materials).toEqual([]);
      const elsewhere = await aCourse(app());
      const foreign = { params: { editionId: elsewhere.editionId, materialId: material!.id } };
      expect((await elsewhere.tutor.caller.call(removeMaterial, foreign)).status).toBe(404);
    });
  });

  describe('the booklet', () => {
    it('fills the line of modules with the reader’s hours', async () => {
      const { editionId, ana } = await aCourse(app());
      const other = await aParticipant(app(), editionId);
      const declare = (minutes: number, caller = ana.caller) =>
        caller.call(declareSelfStudy, {
          params: { editionId, moduleNumber: 2 },
          body: { entryId: newId(), from: '2026-11-20', minutes },
        });
      await declare(90);
      await declare(15, other.caller);
      const { body } = await ana.caller.call(readBooklet, { params: { editionId } });
      expect(body).toMatchObject({ enrolmentId: ana.enrolment.id, minutesPerEcts: 1500, next: null });
      expect(body.modules.map(({ number, recorded }) => [number, recorded['self-study']])).toEqual([
        [1, 0],
        [2, 90],
      ]);
      expect(body.total.recorded).toEqual({ contact: 0, 'self-study': 90, project: 0 });
    });

    it('is nobody else’s, and nobody’s who does not take part', async () => {
      const { editionId, tutor } = await aCourse(app());
      const elsewhere = await aCourse(app());
      expect((await tutor.caller.call(readBooklet, { params: { editionId } })).status).toBe(403);
      expect((await elsewhere.ana.caller.call(readBooklet, { params: { editionId } })).status).toBe(403);
    });

    it('costs as many statements with fifty participants as with five', async () => {
      const { editionId, ana, params } = await aCourse(app());
      const cost = async () => [
        (await ana.caller.call(readBooklet, { params: { editionId } })).statements,
        (await ana.caller.call(readModule, { params })).statements,
      ];
      for (let n = 0; n < 4; n += 1) await aParticipant(app(), editionId);
      // The first question reads the programme.
      await cost();
      const few = await cost();
      for (let n = 0; n < 45; n += 1) await aParticipant(app(), editionId);
      expect(few.every((statements) => statements > 0)).toBe(true);
      expect(await cost()).toEqual(few);
    });
  });
});
