import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import {
  type AnnotationBody,
  hearRecording,
  keepComment,
  markWork,
  readAnnotatedFile,
  readAnnotatedText,
  readAnnotations,
  readAnnotationsOfText,
  readAnnotationsOfWork,
  readComments,
  readWordsOfFile,
  recordComment,
  removeComment,
  removeRecording,
  saveAnnotations,
  saveAnnotationsOfText,
  writeOutRecording,
} from '@libretto/contracts';
import { type PagePlace, passageAt, type PassagePlace, type Place, selectorOf } from '@libretto/domain/annotations';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aDocx } from '../../../platform/files/manuscript.builder';
import { aSubmittedPdf } from '../../../testing/submitted-pdf';
import { aPdf } from '../../../testing/small-files';
import { describeOnEachDatabase, type TestApp } from '../../../testing/test-app';
import { Submission, SubmittedFile, Work } from '../work/work.entity';
import { AnnotationSheet, TextAnnotationSheet } from './annotation-sheet.entity';
import { ReusableComment } from './comments/reusable-comment.entity';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const aNote = (place: Place, value = ''): AnnotationBody => ({
  type: 'Annotation',
  motivation: value ? 'commenting' : 'highlighting',
  body: { type: 'TextualBody', format: 'text/plain', value },
  target: { selector: selectorOf(place) as AnnotationBody['target']['selector'] },
});

const onWords: PagePlace = {
  kind: 'text',
  page: 1,
  start: 0,
  end: 7,
  exact: 'Diploma',
  prefix: '',
  suffix: ' 1',
  areas: [{ left: 50, top: 82, width: 90, height: 24 }],
};
const onArea: PagePlace = { kind: 'area', page: 2, area: { left: 10, top: 20, width: 30, height: 40 } };
const drawn: PagePlace = {
  kind: 'drawing',
  page: 1,
  strokes: [
    [
      { x: 5, y: 6 },
      { x: 70, y: 80 },
    ],
  ],
};

describeOnEachDatabase('annotations', (app) => {
  it('are of one file of a version: each of its files has its own', async () => {
    const { params, workId, ines } = await aSubmittedPdf(app());
    const [first] = await app().rows(SubmittedFile, { id: params.submittedFileId });
    const second = { ...first!, id: newId(), position: 1 };
    await app().build(SubmittedFile, second);
    const onSecond = { ...params, submittedFileId: second.id };
    const id = newId();
    const to = { annotations: { [id]: aNote(onWords, 'Here.') } };
    const body = { from: { annotations: {} }, to } as never;
    expect((await ines.caller.call(saveAnnotations, { params: onSecond, body })).status).toBe(200);
    const own = async (at: typeof params) => (await ines.caller.call(readAnnotations, { params: at })).body.own;
    expect(await own(onSecond)).toEqual(to);
    expect(await own(params)).toEqual({ annotations: {} });
    const ofWork = { editionId: params.editionId, workId };
    const read = async (file?: string) =>
      ines.caller.call(readAnnotationsOfWork, { params: ofWork, query: { file } as never });
    expect((await read(second.id)).body.own).toEqual(to);
    expect((await read()).body.own).toEqual({ annotations: {} });
    const elsewhere = await aSubmittedPdf(app());
    expect((await read(elsewhere.params.submittedFileId)).status).toBe(404);
    const wrong = { ...params, submittedFileId: elsewhere.params.submittedFileId };
    expect((await ines.caller.call(saveAnnotations, { params: wrong, body })).status).toBe(404);
  });

  it('are their marker’s alone until that one has marked, and the group’s with the result', async () => {
    const { params, workId, ines, jean, member, coordinator, stranger } = await aSubmittedPdf(app());
    const at = { params };
    const id = newId();
    const save = (who: typeof ines, from: object, to: object) =>
      who.caller.call(saveAnnotations, {
        params,
        body: { from: { annotations: from }, to: { annotations: to } } as never,
      });
    const seen = async ({ caller }: Pick<typeof ines, 'caller'>) => (await caller.call(readAnnotations, at)).body;

    const words = aNote(onWords, 'Say which one. <script>alert(1)</script>');
    expect((await save(ines, {}, { [id]: words })).body.stored).toEqual({ annotations: { [id]: words } });
    expect(await seen(ines)).toMatchObject({
      own: { annotations: { [id]: words } },
      others: [],
      can: { annotate: true },
    });
    const nothing = { own: { annotations: {} }, others: [] };
    for (const other of [jean, { caller: coordinator }, member]) expect(await seen(other)).toMatchObject(nothing);
    expect((await stranger.caller.call(readAnnotations, at)).status).toBe(404);
    expect((await member.caller.call(saveAnnotations, { params, body: { from: {}, to: {} } })).status).toBe(403);

    const body = {
      version: 1,
      outcome: 'passed',
      rubric: [{ row: 'accuracy', level: 'met' }],
      comment: 'Good.',
    } as const;
    const marked = await ines.caller.call(markWork, {
      params: { editionId: params.editionId, workId },
      body: { ...body, rubric: [...body.rubric] },
    });
    expect(marked.status).toBe(204);
    expect((await save(ines, { [id]: words }, {})).body.code).toBe('project-work.already-marked');
    expect((await seen({ caller: coordinator })).others).toMatchObject([
      { by: ines.name, annotations: { [id]: words } },
    ]);
    expect(await seen(member)).toMatchObject(nothing);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Work, { id: workId }, { state: 'released', releasedAt: new Date() }));
    expect(await seen(member)).toMatchObject({
      others: [{ by: null, annotations: { [id]: words } }],
      can: { annotate: false },
    });
    expect((await seen(jean)).others).toHaveLength(1);
  });

  it('merge from two windows, and can be removed', async () => {
    const { params, ines } = await aSubmittedPdf(app());
    const [one, other] = [newId(), newId()];
    const save = (from: object, to: object) =>
      ines.caller.call(saveAnnotations, {
        params,
        body: { from: { annotations: from }, to: { annotations: to } } as never,
      });
    const [first, second] = [aNote(onArea, 'Here.'), aNote(drawn)];
    const both = await Promise.all([save({}, { [one]: first }), save({}, { [other]: second })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(
      Object.keys(
        (await app().rows(AnnotationSheet, { submittedFileId: params.submittedFileId }))[0]?.annotations ?? {},
      ).sort(),
    ).toEqual([one, other].sort());
    expect((await save({ [one]: first }, {})).body.stored).toEqual({ annotations: { [other]: second } });
  });

  it.each([
    ['no selector', { selector: {} }],
    [
      'a script for a drawing',
      { selector: { ...selectorOf(drawn), refinedBy: [{ type: 'SvgSelector', value: '<svg onload="x"/>' }] } },
    ],
    ['no page', { selector: { ...selectorOf(onArea), value: 'page=0' } }],
  ])('are refused with %s', async (_, target) => {
    const { params, ines } = await aSubmittedPdf(app());
    const to = { annotations: { [newId()]: { ...aNote(onArea), target } } };
    expect((await ines.caller.call(saveAnnotations, { params, body: { from: {}, to } as never })).status).toBe(422);
    expect(await app().rows(AnnotationSheet, { submittedFileId: params.submittedFileId })).toEqual([]);
  });

  it('are limited in number', async () => {
    const { params, ines } = await aSubmittedPdf(app());
    const many = Object.fromEntries(Array.from({ length: 301 }, () => [newId(), aNote(onArea)]));
    const refused = await ines.caller.call(saveAnnotations, {
      params,
      body: { from: { annotations: {} }, to: { annotations: many } },
    });
    expect(refused.body).toMatchObject({ code: 'project-work.too-many-annotations', numbers: { most: 300 } });
  });

  it('are in the PDF that is downloaded, where they were made', async () => {
    const { params, ines, jean, stranger } = await aSubmittedPdf(app(), await aPdf(2));
    const to = {
      annotations: { [newId()]: aNote(onWords, 'Which one?'), [newId()]: aNote(onArea), [newId()]: aNote(drawn) },
    };
    await ines.caller.call(saveAnnotations, { params, body: { from: {}, to } });
    const notesIn = async (who: typeof ines) => {
      const { bytes } = await who.caller.call(readAnnotatedFile, { params });
      const pdf = await PDFDocument.load(bytes);
      return pdf.getPages().map((page) =>
        (page.node.Annots()?.asArray() ?? []).map((ref) => {
          const note = pdf.context.lookup(ref, PDFDict);
          return [
            note.get(PDFName.of('Subtype'))?.toString(),
            note.lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
            note.lookup(PDFName.of('Rect'), PDFArray).asRectangle(),
          ];
        }),
      );
    };
    expect(await notesIn(ines)).toEqual([
      expect.arrayContaining([
        ['/Highlight', 'Which one?', { x: 50, y: 594, width: 90, height: 24 }],
        ['/Ink', '', { x: 5, y: 620, width: 65, height: 74 }],
      ]),
      [['/Square', '', { x: 10, y: 640, width: 30, height: 40 }]],
    ]);
    expect(await notesIn(jean)).toEqual([[], []]);
    expect((await stranger.caller.call(readAnnotatedFile, { params })).status).toBe(404);
  });

  it.each([
    ['a picture', 'image/png', Buffer.from('89504e47', 'hex')],
    ['a document that cannot be opened', docx, Buffer.from('PK')],
  ])('cannot be in %s', async (_, type, bytes) => {
    const { params, ines } = await aSubmittedPdf(app(), bytes, type);
    expect((await ines.caller.call(readWordsOfFile, { params })).body).toEqual({ words: null });
    expect((await ines.caller.call(readAnnotatedFile, { params })).body.code).toBe('project-work.cannot-annotate');
  });
});

const typed = 'Desks decide.\n\n<script>alert(1)</script> #panic("x") Who decides?';
const aPassage = (words: string, exact: string): PassagePlace => {
  const start = words.indexOf(exact);
  return passageAt(words, { start, end: start + exact.length }) as PassagePlace;
};

/** The same work with a text that was typed into its form. */
async function aSubmittedText(app: TestApp) {
  const made = await aSubmittedPdf(app);
  const { editionId, submissionId } = made.params;
  await app.get(Transaction).run((tx) => tx.manager.update(Submission, { id: submissionId }, { text: typed }));
  const params = { editionId, submissionId };
  const save = (who: typeof made.ines, annotations: object) =>
    who.caller.call(saveAnnotationsOfText, { params, body: { from: {}, to: { annotations } } as never });
  const seen = async ({ caller }: Pick<typeof made.ines, 'caller'>) =>
    (await caller.call(readAnnotationsOfText, { params })).body;
  return { ...made, params, ofFile: made.params, save, seen };
}

describeOnEachDatabase('annotations of a typed text', (app) => {
  it('are their marker’s alone until that one has marked, and the group’s with the result', async () => {
    const { params, ofFile, workId, ines, jean, member, coordinator, stranger, save, seen } =
      await aSubmittedText(app());
    const id = newId();
    const note = aNote(aPassage(typed, 'Who decides?'), 'You do.');
    expect((await save(ines, { [id]: note })).body).toEqual({ stored: { annotations: { [id]: note } } });
    expect(await seen(ines)).toMatchObject({ own: { annotations: { [id]: note } }, can: { annotate: true } });
    expect((await ines.caller.call(readAnnotations, { params: ofFile })).body.own).toEqual({ annotations: {} });
    const ofWork = { params: { editionId: params.editionId, workId }, query: { file: 'text' } as never };
    expect((await ines.caller.call(readAnnotationsOfWork, ofWork)).body.own).toEqual({ annotations: { [id]: note } });

    const nothing = { own: { annotations: {} }, others: [] };
    for (const other of [jean, { caller: coordinator }, member]) expect(await seen(other)).toMatchObject(nothing);
    expect((await save(member, {})).status).toBe(403);
    const elsewhere = await aSubmittedText(app());
    for (const [who, status] of [
      [stranger, 404],
      [elsewhere.ines, 403],
      [elsewhere.member, 403],
    ] as const) {
      expect((await who.caller.call(readAnnotationsOfText, { params })).status).toBe(status);
      expect((await who.caller.call(readAnnotatedText, { params })).status).toBe(status);
      expect((await save(who, {})).status).toBe(403);
    }
    const crossed = { ...params, editionId: elsewhere.params.editionId };
    expect((await elsewhere.ines.caller.call(readAnnotationsOfText, { params: crossed })).status).toBe(404);

    const rubric = [{ row: 'accuracy', level: 'met' as const }];
    const body = { version: 1, outcome: 'passed' as const, rubric, comment: 'Good.' };
    await ines.caller.call(markWork, { params: { editionId: params.editionId, workId }, body });
    expect((await save(ines, {})).body.code).toBe('project-work.already-marked');
    expect((await seen({ caller: coordinator })).others).toMatchObject([{ by: ines.name }]);
    expect(await seen(member)).toMatchObject(nothing);
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.update(Work, { id: workId }, { state: 'released', releasedAt: new Date() }));
    expect(await seen(member)).toMatchObject({ others: [{ by: null, annotations: { [id]: note } }] });
  });

  it('are kept once for each marker, also from two windows at once', async () => {
    const { params, ines, save } = await aSubmittedText(app());
    const [one, other] = [newId(), newId()];
    const both = await Promise.all([
      save(ines, { [one]: aNote(aPassage(typed, 'Desks')) }),
      save(ines, { [other]: aNote(aPassage(typed, 'decide')) }),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const rows = await app().rows(TextAnnotationSheet, { submissionId: params.submissionId });
    expect(rows.map(({ annotations }) => Object.keys(annotations).sort())).toEqual([[one, other].sort()]);
  });

  it('are in a PDF of it, in which nothing that was typed is a program', async () => {
    const { params, ines, save } = await aSubmittedText(app());
    await save(ines, { [newId()]: aNote(aPassage(typed, 'Who decides?'), '#panic("y") <b>You</b>.') });
    const { status, bytes, headers } = await ines.caller.call(readAnnotatedText, { params });
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('cannot be of a version without one', async () => {
    const { params, ines } = await aSubmittedPdf(app());
    const at = { editionId: params.editionId, submissionId: params.submissionId };
    const body = { from: {}, to: { annotations: { [newId()]: aNote(aPassage('Desks', 'Desks')) } } } as never;
    expect((await ines.caller.call(saveAnnotationsOfText, { params: at, body })).status).toBe(404);
    expect((await ines.caller.call(readAnnotatedText, { params: at })).body.code).toBe('project-work.cannot-annotate');
  });
});

describeOnEachDatabase('the words of a document', (app) => {
  it('have passages, and no pages have: a place of the other kind is refused', async () => {
    const passage = aNote(aPassage('desk decides', 'desk'));
    const refused = { status: 409, body: { code: 'project-work.place-not-in-file' } };
    const [pdf, text] = [await aSubmittedPdf(app()), await aSubmittedText(app())];
    const document = await aSubmittedPdf(app(), await aDocx(), docx);
    const picture = await aSubmittedPdf(app(), Buffer.from('89504e47', 'hex'), 'image/png');
    for (const [{ params, ines }, note] of [
      [pdf, passage],
      [document, aNote(onArea)],
      [picture, aNote(onArea)],
    ] as const) {
      const body = { from: {}, to: { annotations: { [newId()]: note } } } as never;
      expect(await ines.caller.call(saveAnnotations, { params, body })).toMatchObject(refused);
      expect(await app().rows(AnnotationSheet, { submittedFileId: params.submittedFileId })).toEqual([]);
    }
    expect(await text.save(text.ines, { [newId()]: aNote(onWords) })).toMatchObject(refused);
  });

  it('are read in paragraphs by those who may read its work, and carry annotations', async () => {
    const { params, ines, member, stranger } = await aSubmittedPdf(app(), await aDocx(), docx);
    const read = (who: typeof ines) => who.caller.call(readWordsOfFile, { params });
    const { words } = (await read(ines)).body;
    expect(words?.split(/\n+/)).toEqual(['Practice', 'Each desk decides.', '']);
    expect((await read(member)).body).toEqual({ words });
    expect((await read(stranger)).status).toBe(404);
    const to = { annotations: { [newId()]: aNote(aPassage(words ?? '', 'desk decides'), 'Which?') } };
    expect((await ines.caller.call(saveAnnotations, { params, body: { from: {}, to } as never })).status).toBe(200);
    const { bytes, headers } = await ines.caller.call(readAnnotatedFile, { params });
    expect(String(headers['content-disposition'])).toContain('work-annotated.pdf');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

/** The beginning of a recording in Ogg. */
const ogg = Buffer.concat([
  Buffer.from('4f67675300020000000000000000', 'hex'),
  Buffer.alloc(14),
  Buffer.from('OpusHead'),
  Buffer.alloc(200),
]);

describeOnEachDatabase('a recorded comment', (app) => {
  it('is heard by others only with its words, and after its marker has marked', async () => {
    const { params, workId, ines, member, coordinator, stranger } = await aSubmittedPdf(app());
    const at = { params };
    const send = (content: Buffer) => ines.caller.upload(recordComment, at, { name: 'comment', content });
    expect((await ines.caller.call(writeOutRecording, { params, body: { words: 'Good.' } })).body.code).toBe(
      'project-work.no-recording',
    );
    const first = await send(ogg);
    expect(first.status).toBe(201);
    const { id: recordingId } = (await send(ogg)).body;
    const seen = async (who: { caller: typeof coordinator }) =>
      (await who.caller.call(readAnnotations, at)).body.recordings;
    expect(await seen(ines)).toEqual([{ id: recordingId, words: '', isOwn: true }]);
    const hear = (who: typeof ines) => who.caller.call(hearRecording, { params: { ...params, recordingId } });
    expect([(await hear(ines)).status, (await hear(member)).status, (await hear(stranger)).status]).toEqual([
      200, 404, 404,
    ]);
    expect((await hear(ines)).headers['content-type']).toBe('audio/ogg');
    const body = {
      version: 1,
      outcome: 'passed',
      rubric: [{ row: 'accuracy', level: 'met' as const }],
      comment: 'Good.',
    } as const;
    const marking = { params: { editionId: params.editionId, workId }, body: { ...body, rubric: [...body.rubric] } };
    await ines.caller.call(writeOutRecording, { params, body: { words: 'Well argued.' } });
    expect(await seen({ caller: coordinator })).toEqual([]);
    expect((await ines.caller.call(markWork, marking)).status).toBe(204);
    expect(await seen({ caller: coordinator })).toEqual([{ id: recordingId, words: 'Well argued.', isOwn: false }]);
    expect((await ines.caller.call(removeRecording, at)).body.code).toBe('project-work.already-marked');
    expect((await member.caller.upload(recordComment, at, { name: 'x', content: ogg })).status).toBe(403);
  });

  it.each([
    ['a document', Buffer.from('%PDF-1.7'), 'common.file-is-no-recording'],
    [
      'a film',
      Buffer.concat([Buffer.from('1a45dfa3934282847765626d', 'hex'), Buffer.from('V_VP9'), Buffer.alloc(50)]),
      'common.file-is-no-recording',
    ],
    ['nothing', Buffer.alloc(0), 'common.file-is-empty'],
    ['too much', Buffer.concat([ogg, Buffer.alloc(5 * 1024 * 1024)]), 'project-work.recording-too-large'],
  ])('is refused if it is %s', async (_, content, code) => {
    const { params, ines } = await aSubmittedPdf(app());
    const sent = await ines.caller.upload(recordComment, { params }, { name: 'comment.webm', content });
    expect(sent.body.code).toBe(code);
  });
});

describeOnEachDatabase('comments to use again', (app) => {
  it('are a marker’s own, or shared with the markers of the edition', async () => {
    const { params, ines, jean, member } = await aSubmittedPdf(app());
    const at = { params: { editionId: params.editionId } };
    const keep = (who: typeof ines, words: string, isShared: boolean) =>
      who.caller.call(keepComment, { ...at, body: { words, isShared } });
    const words = '<script>alert(1)</script> Say who does what.';
    const { id: reusableId } = (await keep(ines, words, true)).body;
    await keep(ines, 'Mine alone.', false);
    await keep(jean, 'His.', false);
    const read = async (who: typeof ines) => (await who.caller.call(readComments, at)).body.items;
    expect(await read(ines)).toMatchObject([
      { words, isOwn: true },
      { words: 'Mine alone.', isShared: false },
    ]);
    expect(await read(jean)).toMatchObject([{ words: 'His.' }, { words, isShared: true, isOwn: false }]);
    expect((await member.caller.call(readComments, at)).status).toBe(403);
    const remove = (who: typeof ines) =>
      who.caller.call(removeComment, { params: { editionId: params.editionId, reusableId } });
    expect([(await remove(jean)).status, (await remove(ines)).status]).toEqual([404, 204]);
    expect(await read(jean)).toHaveLength(1);
  });

  it('are limited in number, also if the last ones come at once', async () => {
    const { params, ines } = await aSubmittedPdf(app());
    const { editionId } = params;
    const row = () => ({
      id: newId(),
      editionId,
      markerId: ines.account.id,
      words: 'x',
      isShared: false,
      at: new Date(),
    });
    await app().build(ReusableComment, ...Array.from({ length: 99 }, row));
    const keep = () =>
      ines.caller.call(keepComment, { params: { editionId }, body: { words: 'Last.', isShared: false } });
    const both = await Promise.all([keep(), keep()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
