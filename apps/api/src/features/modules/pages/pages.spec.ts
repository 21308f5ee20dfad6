import {
  addMaterial,
  listModules,
  openPicture,
  publishPage,
  readMaterial,
  readModule,
  readPage,
  readPageVersion,
  savePage,
  uploadPicture,
} from '@libretto/contracts';
import type { PageNode } from '@libretto/domain';
import sharp from 'sharp';
import { Transaction } from '../../../platform/database/transaction';
import { anEditionOf, aParticipant, aPerson } from '../../../testing/fixtures';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { PageDraft } from './page-draft.entity';
import { PagePicture } from './page-picture.entity';
import { PageText, PageVersion } from './page-version.entity';

const saying = (words: string): PageNode[] => [{ type: 'paragraph', content: [{ type: 'text', text: words }] }];

async function aPage(app: TestApp) {
  const { id: editionId } = await anEditionOf(app, { languages: ['en', 'it'] });
  const tutor = await aPerson(app, { editions: [{ editionId, role: 'tutor' }] });
  const ana = await aParticipant(app, editionId);
  const inModule = { editionId, moduleNumber: 1 };
  const added = await tutor.caller.call(addMaterial, { params: inModule, body: { kind: 'page', title: 'Models' } });
  const params = { editionId, materialId: added.body.id };
  const save = (language: string, to: { title?: string; blocks?: readonly PageNode[] }, from: typeof to = {}) =>
    tutor.caller.call(savePage, { params: { ...params, language }, body: { from, to } });
  const publish = () => tutor.caller.call(publishPage, { params });
  const read = () => ana.caller.call(readMaterial, { params });
  return { editionId, tutor, ana, params, inModule, save, publish, read };
}

describeOnEachDatabase('a page', (app) => {
  it('is its authors’ until it is published, and then what was published', async () => {
    const { tutor, ana, params, inModule, save, publish, read } = await aPage(app());
    const listed = async () => (await ana.caller.call(readModule, { params: inModule })).body.materials;
    const counted = async (caller = ana.caller) =>
      (await caller.call(listModules, { params: { editionId: params.editionId } })).body.modules[0]?.materials;
    expect([await listed(), (await read()).status]).toEqual([[], 404]);
    expect([await counted(), await counted(tutor.caller)]).toEqual([0, 1]);
    expect((await publish()).body.code).toBe('modules.page-is-empty');
    await save('en', { blocks: saying('Recognition is a right.') });
    await save('it', { title: 'Modelli', blocks: saying('Il riconoscimento è un diritto.') });
    expect((await read()).status).toBe(404);
    expect((await publish()).body).toEqual({ number: 1 });
    expect((await publish()).body.code).toBe('modules.nothing-to-publish');
    expect(await listed()).toMatchObject([{ kind: 'page', title: { en: 'Models', it: 'Modelli' } }]);
    expect(await counted()).toBe(1);
    await save('en', { blocks: saying('Not yet.') }, { blocks: saying('Recognition is a right.') });
    expect((await read()).body.texts).toEqual({
      en: { title: 'Models', blocks: saying('Recognition is a right.') },
      it: { title: 'Modelli', blocks: saying('Il riconoscimento è un diritto.') },
    });
    expect((await publish()).body).toEqual({ number: 2 });
    expect((await read()).body.texts['en']?.blocks).toEqual(saying('Not yet.'));
    const { body } = await tutor.caller.call(readPage, { params });
    expect(body).toMatchObject({ languages: ['en', 'it'], isChanged: false, versions: [{ number: 2 }, { number: 1 }] });
    const first = await tutor.caller.call(readPageVersion, { params: { ...params, number: 1 } });
    expect(first.body.texts['en']?.blocks).toEqual(saying('Recognition is a right.'));
    expect((await tutor.caller.call(readPageVersion, { params: { ...params, number: 3 } })).status).toBe(404);
  });

  it('loses nothing that two windows write, and asks where both wrote', async () => {
    const { save, params } = await aPage(app());
    await save('en', { blocks: saying('Mine.') });
    const other = await save('en', { title: 'Two models' }, { title: 'Models' });
    expect(other.body).toEqual({ stored: { title: 'Two models', blocks: saying('Mine.') } });
    const clash = await save('en', { blocks: saying('Theirs.') });
    expect([clash.status, clash.body.code]).toEqual([409, 'common.changed-elsewhere']);
    expect(await app().rows(PageDraft, { materialId: params.materialId })).toMatchObject([
      { title: 'Two models', blocks: saying('Mine.') },
    ]);
  });

  it('is published once by several at once', async () => {
    const { save, publish, params } = await aPage(app());
    await save('en', { blocks: saying('Once.') });
    const answers = await Promise.all(Array.from({ length: 6 }, publish));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await app().rows(PageVersion, { materialId: params.materialId })).toHaveLength(1);
  });

  it.each<[string, string, unknown, string]>([
    ['a language that the programme has not', 'fr', saying('Bonjour.'), 'modules.language-not-of-programme'],
    ['HTML', 'en', '<script>alert(1)</script>', 'common.bad-input'],
    ['what no page can hold', 'en', [{ type: 'iframe', attrs: { src: 'https://spy.example' } }], 'common.bad-input'],
    [
      'a script behind a link',
      'en',
      [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
        },
      ],
      'common.bad-input',
    ],
  ])('takes no %s', async (_, language, blocks, code) => {
    const { save, params } = await aPage(app());
    expect((await save(language, { blocks: blocks as never })).body.code).toBe(code);
    expect(await app().rows(PageDraft, { materialId: params.materialId })).toMatchObject([{ blocks: [] }]);
  });

  it('stays readable where no page may say the like any more', async () => {
    const { tutor, save, publish, read, params } = await aPage(app());
    await save('en', { blocks: saying('Then.') });
    await publish();
    const [version] = await app().rows(PageVersion, { materialId: params.materialId });
    const blocks = [{ type: 'marquee', content: saying('Then.') }];
    await app()
      .get(Transaction)
      .run(async (tx) => {
        await tx.manager.update(PageText, { versionId: version?.id }, { blocks: blocks as never });
        await tx.manager.update(PageDraft, { materialId: params.materialId }, { blocks: blocks as never });
      });
    expect((await read()).body.texts['en']?.blocks).toEqual(blocks);
    expect((await tutor.caller.call(readPage, { params })).body.drafts['en']?.blocks).toEqual(blocks);
    expect((await save('en', { title: 'Again' }, { title: 'Models' })).body.stored).toEqual({ title: 'Again', blocks });
  });

  it('keeps a page of many letters in each of its languages, and its words as they are', async () => {
    const { save, publish, read } = await aPage(app());
    const long = Array.from({ length: 250 }, () => saying('ђ€<img src=x onerror=alert(1)>'.repeat(3))[0]!);
    expect((await save('en', { blocks: long })).status).toBe(200);
    expect((await save('it', { title: 'Modelli', blocks: long })).status).toBe(200);
    await publish();
    expect((await read()).body.texts['it']?.blocks).toEqual(long);
  });

  it('is written by tutors of that edition only', async () => {
    const { ana, params, save } = await aPage(app());
    const elsewhere = await aPage(app());
    await save('en', { blocks: saying('A.') });
    const change = { from: {}, to: { title: 'Mine' } };
    for (const caller of [ana.caller, elsewhere.tutor.caller]) {
      expect((await caller.call(readPage, { params })).status).toBe(403);
      expect((await caller.call(savePage, { params: { ...params, language: 'en' }, body: change })).status).toBe(403);
      expect((await caller.call(publishPage, { params })).status).toBe(403);
      expect((await caller.call(readPageVersion, { params: { ...params, number: 1 } })).status).toBe(403);
    }
  });

  it('shows its own pictures, and no other file under their address', async () => {
    const { tutor, ana, params, save, publish } = await aPage(app());
    const content = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const upload = (file: { name: string; content: Buffer | string }, to = params, caller = tutor.caller) =>
      caller.upload(uploadPicture, { params: to }, file);
    const { body } = await upload({ name: 'map.png', content });
    const open = (pictureId: string, from = params, caller = ana.caller) =>
      caller.call(openPicture, { params: { ...from, pictureId }, query: { inPlace: 'true' } });
    // Nobody reads it before the page is published.
    expect((await open(body.id)).status).toBe(404);
    const figure = { type: 'figure', attrs: { pictureId: body.id, alt: 'A map', caption: '' } };
    await save('en', { blocks: [figure] });
    await publish();
    const opened = await open(body.id);
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'image/png']);
    const elsewhere = await aPage(app());
    expect((await open(body.id, elsewhere.params, elsewhere.tutor.caller)).status).toBe(404);
    expect((await open(body.id, params, elsewhere.ana.caller)).status).toBe(403);
    expect((await upload({ name: 'a.txt', content: 'words' })).body.code).toBe('modules.not-a-picture');
    expect((await upload({ name: 'map.png', content }, params, ana.caller)).status).toBe(403);
    expect(await app().rows(PagePicture, { materialId: params.materialId })).toHaveLength(1);
  });
});
