import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import {
  readAnnotatedFile,
  readGroups,
  readMarkingList,
  readNotices,
  readSubmittedFile,
  readWordsOfFile,
  readWorkToMark,
  setMarkersOfWork,
} from '@libretto/contracts';
import { Transaction } from '../../../platform/database/transaction';
import { aDocx } from '../../../platform/files/manuscript.builder';
import { aBrief } from '../../programmes/programme.builder';
import { StoredFile } from '../../../platform/files/stored-file.entity';
import { aPdf } from '../../../testing/small-files';
import { aSubmittedPdf } from '../../../testing/submitted-pdf';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { codeOf } from './masks';
import { Work } from '../work/work.entity';

const authored = () =>
  aPdf(1, 'Findings', (pdf) => {
    pdf.setAuthor('Zdenka Horvat');
    pdf.setCreator('Zdenka’s laptop');
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Zdenka Horvat</creator></x:xmpmeta>';
    pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(pdf.context.stream(xmp)));
    pdf.getPage(0).node.set(PDFName.of('PieceInfo'), pdf.context.obj({ Author: 'Zdenka Horvat' }));
  });

/** A work of a brief that is marked without names, in a file called after its author. */
async function aHiddenWork(app: TestApp, type = 'application/pdf', bytes?: Uint8Array) {
  const projectWork = aBrief({ anonymous: true });
  const made = await aSubmittedPdf(app, bytes ?? (await authored()), type, { projectWork });
  await app
    .get(Transaction)
    .run((tx) => tx.manager.update(StoredFile, { id: made.fileId }, { name: 'Zdenka Horvat.pdf' }));
  const { editionId } = made.params;
  const list = (q?: string) => made.ines.caller.call(readMarkingList, { params: { editionId }, query: { q } as never });
  const toMark = { params: { editionId, workId: made.workId } };
  return { ...made, editionId, list, toMark, code: codeOf(made.workId) };
}

describeOnEachDatabase('a work whose markers may not know its group', (app) => {
  it('has a code in the list, and cannot be found or sorted by a name', async () => {
    const { list, code, member, editionId, ines } = await aHiddenWork(app());
    const { body } = await list();
    expect(body.items).toMatchObject([{ group: code, members: [] }]);
    for (const name of [member.name, member.account.familyName, 'Group 1']) {
      expect(JSON.stringify(body)).not.toContain(name);
      expect((await list(name)).body.items).toEqual([]);
    }
    expect((await list(code)).body.items).toHaveLength(1);
    const sorted = { params: { editionId }, query: { sort: 'group' } as never };
    expect((await ines.caller.call(readMarkingList, sorted)).body.items).toMatchObject([{ group: code }]);
  });

  it('was handed in on a day, not at a moment', async () => {
    const { list, ines, toMark } = await aHiddenWork(app());
    expect((await list()).body.items[0]?.handedInAt).toBe('2026-11-20T00:00:00.000Z');
    expect((await ines.caller.call(readWorkToMark, toMark)).body.versions[0]?.at).toBe('2026-11-20T00:00:00.000Z');
  });

  it('is asked for by a mail and a notice that name neither people nor group, nor the work', async () => {
    const { coordinator, ines, toMark, member, workId } = await aHiddenWork(app());
    const before = app().mails().length;
    const body = { accountIds: [ines.account.id] };
    expect((await coordinator.call(setMarkersOfWork, { ...toMark, body })).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    const [mail, ...others] = app().mails().slice(before);
    const notices = (await ines.caller.call(readNotices, { query: {} })).body.items;
    expect([others, notices.length]).toEqual([[], 1]);
    expect(mail).toContain(ines.account.email);
    for (const name of [member.account.familyName, member.account.email, 'Group 1', 'Zdenka', workId])
      expect(JSON.stringify([mail, notices])).not.toContain(name);
  });

  it('is opened without names of people, group and file', async () => {
    const { ines, toMark, member, code } = await aHiddenWork(app());
    const { body } = await ines.caller.call(readWorkToMark, toMark);
    expect(body).toMatchObject({ group: code, members: [], contributions: [] });
    expect(body.versions).toMatchObject([{ by: '', files: [{ name: `${code}-1.pdf` }] }]);
    for (const name of [member.account.familyName, member.account.id, 'Group 1', 'Zdenka'])
      expect(JSON.stringify(body)).not.toContain(name);
  });

  it.each([
    ['the file', readSubmittedFile],
    ['the file with annotations', readAnnotatedFile],
  ])('says in the name and inside of %s nothing of its author', async (_, route) => {
    const { ines, params, code } = await aHiddenWork(app());
    const { status, headers, bytes } = await ines.caller.call(route, { params, query: {} as never });
    expect(status).toBe(200);
    expect(String(headers['content-disposition'])).toContain(code);
    expect(String(headers['content-disposition'])).not.toContain('Zdenka');
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([pdf.getAuthor(), pdf.getCreator(), pdf.catalog.get(PDFName.of('Metadata'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const unpacked = await pdf.save({ useObjectStreams: false });
    expect(Buffer.from(unpacked).toString('latin1')).not.toContain('Zdenka');
  });

  it('is read as words that do not say who wrote the document', async () => {
    const field = '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Zdenka Horvat</w:t></w:r></w:fldSimple>';
    const document = await aDocx(`<w:p><w:r><w:t>Sound.</w:t></w:r>${field}</w:p>`);
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const { ines, member, params } = await aHiddenWork(app(), type, document);
    // The same words for those who know it, or annotations would stand elsewhere for them.
    for (const { caller } of [ines, member])
      expect((await caller.call(readWordsOfFile, { params })).body.words?.trim()).toBe('Sound.');
  });

  it('is not shown in a form of which no copy without its author can be made', async () => {
    const { ines, member, params } = await aHiddenWork(
      app(),
      'application/rtf',
      Buffer.from('{\\rtf1 {\\info{\\author Zdenka}}}'),
    );
    const read = (who: typeof ines) => who.caller.call(readSubmittedFile, { params, query: {} as never });
    expect((await read(ines)).body.code).toBe('project-work.file-keeps-names');
    expect((await read(member)).status).toBe(200);
  });

  it('is not told from the list of groups', async () => {
    const { ines, coordinator, editionId } = await aHiddenWork(app());
    const groups = { params: { editionId }, query: {} as never };
    expect((await ines.caller.call(readGroups, groups)).body.code).toBe('common.not-allowed');
    expect((await coordinator.call(readGroups, groups)).status).toBe(200);
  });

  it('is known to its group and to the coordinator, and to the markers once its result is released', async () => {
    const { ines, coordinator, member, params, toMark, workId, list } = await aHiddenWork(app());
    expect((await coordinator.call(readWorkToMark, toMark)).body.group).toBe('Group 1');
    const own = await member.caller.call(readSubmittedFile, { params, query: {} as never });
    expect(String(own.headers['content-disposition'])).toContain('Zdenka');
    await app()
      .get(Transaction)
      .run((tx) =>
        tx.manager.update(Work, { id: workId }, { state: 'released', waits: false, releasedAt: new Date() } as never),
      );
    expect((await ines.caller.call(readWorkToMark, toMark)).body.group).toBe('Group 1');
    expect((await list()).body.items).toEqual([]);
  });
});
