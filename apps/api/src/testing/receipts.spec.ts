import { createHash } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ProgrammeBrief, readReceipt } from '@libretto/contracts';
import { type Loader, type Receipt, verify } from '@libretto/credentials';
import { sayIn } from '@libretto/language';
import { findLanguageFolder, readLanguages } from '@libretto/language/files';
import { aCourse } from './course';
import { aPerson } from './fixtures';
import { handInFile } from './hand-in-file';
import { readByOthers } from './pdf-by-others';
import { textOfPdf } from './pdf-text';
import { smallPdf } from './small-files';
import { describeOnEachDatabase, type TestApp } from './test-app';
import { KeyRing } from '../features/credentials/signing/key-ring';
import { aBrief } from '../features/programmes/programme.builder';
import { GroupMember, ProjectGroup } from '../features/project-work/work/project-group.entity';
import { aGroup } from '../features/project-work/work/project-work.builder';
import receiptTemplate from '../features/receipts/receipt.typ';
import { receiptSheet } from '../features/receipts/receipt-sheet';
import { Transaction } from '../platform/database/transaction';
import { PdfRenderer } from '../platform/pdf/pdf-renderer';

const same = (text: string) => ({ en: text, it: text });
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');
const asked = {
  links: { most: 2 },
  text: { most: 9 },
  originality: same('This is our own work.'),
  late: 'flag' as const,
};

/** A group of two who handed in, somebody of another group, and the people of the edition. */
async function aHandIn(app: TestApp, brief: Partial<ProgrammeBrief> = {}) {
  app.clock.set(new Date('2026-11-23T09:00:00Z'));
  const course = await aCourse(app, 3, { projectWork: aBrief({ ...asked, ...brief }) });
  const { id: editionId } = course.edition;
  const ids = course.participants.map(({ enrolment }) => enrolment.id);
  const groups = [ids.slice(0, 2), ids.slice(2)].map((own, at) => aGroup(editionId, own, `Group <${at + 1}>`));
  for (const { group, members } of groups) {
    await app.build(ProjectGroup, group);
    await app.build(GroupMember, ...members);
  }
  const [ana, bo, cleo] = course.participants as [Member, Member, Member];
  const handIn = async (name = 'work.pdf') => {
    const body = { isOriginal: true, text: 'We did\n\nit.', links: ['https://example.org/'] };
    const { status, body: made } = await handInFile(
      ana.caller,
      { params: { editionId }, body },
      { name, content: smallPdf },
    );
    expect(status).toBe(201);
    return { editionId, submissionId: (made as { id: string }).id };
  };
  const document = await app.get(KeyRing).didDocument();
  const loader: Loader = async () => new TextEncoder().encode(JSON.stringify(document)) as Uint8Array<ArrayBuffer>;
  const check = (input: Buffer | string) =>
    verify(typeof input === 'string' ? input : new Uint8Array(input), {
      loader,
      now: app.clock.now(),
      trusted: [{ did: String(document['id']) }],
    });
  const receipt = (who: Pick<Member, 'caller'>, params: { editionId: string; submissionId: string }) =>
    who.caller.call(readReceipt, { params });
  return { ...course, editionId, groups, ana, bo, cleo, handIn, check, receipt };
}

type Member = Awaited<ReturnType<typeof aCourse>>['participants'][number];

/** The receipt that travels in a PDF, as the one verifier reads it. */
async function carriedBy(pdf: Buffer): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await reading.promise;
  const [name = ''] = [...((await document.getAttachments()) ?? new Map<string, unknown>()).keys()];
  const content = await document.getAttachmentContent(name);
  await reading.destroy();
  return Buffer.from(content as Uint8Array).toString();
}

describeOnEachDatabase('the receipt of a hand-in', (app) => {
  it('is a signed PDF for each member of the group, which says what came in, from whom and when', async () => {
    const { handIn, receipt, check, ana, bo, edition, groups } = await aHandIn(app());
    const params = await handIn('work of <ours>.pdf');
    const answers = [await receipt(ana, params), await receipt(bo, params)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [{ bytes, headers }] = answers as [(typeof answers)[0], (typeof answers)[0]];
    expect(String(headers['content-disposition'])).toContain('Receipt of submission 1-1.pdf');
    const stated: Receipt = {
      course: 'Reading diplomas',
      edition: edition.name,
      work: 'Three diplomas',
      group: groups[0]!.group.name,
      attempt: 1,
      version: 1,
      by: `${ana.account.givenName} ${ana.account.familyName}`,
      at: expect.stringContaining('2026-11-23T09:0') as never,
      zone: edition.timeZone,
      isLate: false,
      files: [{ name: 'work of <ours>.pdf', bytes: smallPdf.length, sha256: sha256(smallPdf) }],
      links: ['https://example.org/'],
      text: { sha256: sha256('We did\n\nit.') },
      statement: 'This is our own work.',
    };
    expect(await check(bytes)).toMatchObject({ verdict: 'valid', source: 'pdf', receipt: stated });
    readByOthers(bytes, ({ faults, isTagged, archival }) =>
      expect([faults, isTagged, archival]).toEqual(['', true, '3A']),
    );
    const words = (await textOfPdf(bytes)).replace(/\s+/g, ' ');
    for (const word of ['Three diplomas', 'Group <1>', stated.by, 'work of <ours>.pdf', 'By the deadline', 'CET'])
      expect(words).toContain(word);
    expect(words.replaceAll(' ', '')).toContain(sha256(smallPdf));
    // Asked for again it is the same, bit by bit.
    expect((await receipt(ana, params)).bytes.equals(bytes)).toBe(true);
  });

  it('is of one version, and says of a late one that it was late', async () => {
    const { handIn, receipt, check, ana } = await aHandIn(app());
    const first = await handIn();
    app().clock.set(new Date('2026-12-12T09:00:00Z'));
    const second = await handIn('later.pdf');
    const stated = async (params: typeof first) => (await check((await receipt(ana, params)).bytes)).receipt;
    expect(await stated(first)).toMatchObject({ version: 1, isLate: false, files: [{ name: 'work.pdf' }] });
    expect(await stated(second)).toMatchObject({ version: 2, isLate: true, files: [{ name: 'later.pdf' }] });
  });

  it('is refused once a hash, a name or the signature in it is another', async () => {
    const { handIn, receipt, check, ana } = await aHandIn(app());
    const { bytes } = await receipt(ana, await handIn());
    const token = await carriedBy(bytes);
    const [head, body = '', signature = ''] = token.split('.');
    expect((await check(token)).verdict).toBe('valid');
    const facts = Buffer.from(body, 'base64url').toString();
    for (const [from, to] of [
      [sha256(smallPdf), sha256('another file')],
      ['work.pdf', 'else.pdf'],
      ['"isLate":false', '"isLate":true'],
    ] as const) {
      expect(facts).toContain(from);
      const forged = Buffer.from(facts.replace(from, to)).toString('base64url');
      expect((await check(`${head}.${forged}.${signature}`)).verdict).toBe('altered');
    }
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expect((await check(`${head}.${body}.${other}`)).verdict).toBe('altered');
  });

  it('is for nobody but the members of the group, and never for those who mark', async () => {
    const { handIn, receipt, ana, bo, cleo, tutor, coordinator, editionId } = await aHandIn(app(), {
      anonymous: true,
    });
    const params = await handIn();
    const editions = [{ editionId, role: 'tutor' as const }];
    const somebody = await aPerson(app(), {});
    const refused = [
      [cleo, 404],
      [tutor, 403],
      [await aPerson(app(), { editions }), 403],
      [{ caller: coordinator }, 403],
      [somebody, 403],
    ] as const;
    for (const [who, status] of refused) expect((await receipt(who, params)).status).toBe(status);
    const elsewhere = await aHandIn(app());
    expect((await receipt(elsewhere.ana, { ...params, editionId: elsewhere.editionId })).status).toBe(404);
    expect((await receipt(ana, { ...params, submissionId: editionId })).status).toBe(404);
    // Who leaves the group has it no longer.
    await app()
      .get(Transaction)
      .run((tx) => tx.manager.delete(GroupMember, { enrolmentId: bo.enrolment.id }));
    expect([(await receipt(ana, params)).status, (await receipt(bo, params)).status]).toEqual([200, 404]);
  });

  it('fits a name, a file and links of any length, for a reader of the screen too', async () => {
    const long = `${'w'.repeat(180)}.pdf`;
    const receipt: Receipt = {
      ...{ course: 'C', edition: 'E', work: 'W'.repeat(200), group: 'Σ '.repeat(60), attempt: 1, version: 1, by: 'B' },
      ...{ at: '2026-11-23T09:00:00.000Z', zone: 'Europe/Rome', isLate: true },
      files: Array.from({ length: 20 }, () => ({ name: long, bytes: 1, sha256: 'a'.repeat(64) })),
      links: [`https://example.org/${'path'.repeat(400)}`],
    };
    const languages = readLanguages(findLanguageFolder(__dirname));
    const asked = { day: '2026-11-23', statement: 'ey'.repeat(3000), verifier: 'https://libretto.example/verify' };
    for (const language of ['en', 'it']) {
      const sheet = await receiptSheet(receipt, {
        ...asked,
        language,
        say: sayIn(language, languages.get(language) ?? {}),
      });
      expect(sheet.code).toBeNull();
      await expect(app().get(PdfRenderer).print(receiptTemplate, sheet, 'ua-1')).resolves.toBeInstanceOf(Buffer);
    }
  });
});
