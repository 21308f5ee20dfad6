import { followAwards, pauseIssuing, readAwards, readMyCredential, resumeIssuing } from '@libretto/contracts';
import { Transaction } from '../../../platform/database/transaction';
import { aPerson } from '../../../testing/fixtures';
import { awardsToIssue } from '../../../testing/issued-credential';
import { describeOnEachDatabase } from '../../../testing/test-app';
import { Live } from '../../../platform/live/live';
import { Award } from '../award/award.entity';
import { AwardIssue } from '../award/award-issue.entity';
import { Credential } from '../award/credential.entity';
import { IssuingPause } from '../award/issuing-pause.entity';
import { CertificatePrinter } from '../documents/certificate-printer';
import { CredentialSigner } from '../signing/credential-signer';
import { GoOnIssuing } from './jobs/go-on-issuing.handler';
import { IssueAward } from './jobs/issue-award.handler';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };

describeOnEachDatabase('the issuing of an edition', (app) => {
  const registrar = async () =>
    (await aPerson(app(), { organisation: 'registrar' }, { givenName: 'Rita', familyName: 'Conti' })).caller;
  const awardsOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((enrolmentId) => app().rows(Award, { enrolmentId })))).flat();

  it('is paused: awards become ready and wait, and each is issued once when it is resumed', async () => {
    const [by, { edition, participants }] = [await registrar(), await awardsToIssue(app(), 12, ana)];
    const of = { params: { editionId: edition.id } };
    const ids = participants.map(({ enrolment }) => enrolment.id);
    const read = async () => (await by.call(readAwards, { query: { edition: edition.id } })).body;
    expect((await read()).counts).toMatchObject({ ready: 0, queued: 12 });
    expect((await by.call(pauseIssuing, of)).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    expect(await awardsOf(ids)).toEqual([]);
    expect(await read()).toMatchObject({
      ...{ counts: { ready: 12, queued: 0 }, paused: { by: 'Rita Conti' } },
    });
    const mine = await participants[0]?.caller.call(readMyCredential, of);
    expect(mine?.body).toMatchObject({ state: 'ready', credential: null });
    const ready = await by.call(readAwards, { query: { edition: edition.id, state: 'ready' } });
    expect(ready.body.found).toBe(12);
    expect(ready.body.items.every(({ isPaused }) => isPaused)).toBe(true);

    expect((await by.call(resumeIssuing, of)).status).toBe(204);
    expect(await app().runJobs()).toEqual([]);
    // As after a crash: all that follows from the resumption runs once more.
    await app().get(GoOnIssuing).run({ editionId: edition.id });
    expect(await app().runJobs()).toEqual([]);
    expect(await awardsOf(ids)).toHaveLength(12);
    expect(await read()).toMatchObject({ counts: { ready: 0, queued: 0, issued: 12 }, paused: null });
  });

  it('loses nothing and issues nothing twice, however often it is paused and resumed meanwhile', async () => {
    const [by, { edition, participants }] = [await registrar(), await awardsToIssue(app(), 16, ana)];
    const of = { params: { editionId: edition.id } };
    const ids = participants.map(({ enrolment }) => enrolment.id);
    await Promise.all([
      ...ids.map((enrolmentId) => app().get(IssueAward).run({ enrolmentId })),
      ...[1, 2, 3].flatMap(() => [by.call(pauseIssuing, of), by.call(resumeIssuing, of)]),
      by.call(pauseIssuing, of),
    ]);
    const pauses = await app().rows(IssuingPause, { editionId: edition.id });
    // Who paused and who resumed stays; one pause at most is open.
    expect(pauses.filter(({ openFor }) => openFor !== null).length).toBeLessThanOrEqual(1);
    for (const { openFor, resumedAt, resumedBy } of pauses)
      expect([resumedAt === null, resumedBy === null]).toEqual([openFor !== null, openFor !== null]);
    await by.call(pauseIssuing, of);
    await by.call(resumeIssuing, of);
    expect(await app().runJobs()).toEqual([]);
    const awards = await awardsOf(ids);
    expect(awards).toHaveLength(16);
    for (const { id } of awards) expect(await app().rows(Credential, { awardId: id })).toHaveLength(1);
  });

  it('holds no other edition', async () => {
    const [by, held, other] = [
      await registrar(),
      await awardsToIssue(app(), 1, ana),
      await awardsToIssue(app(), 1, ana),
    ];
    await by.call(pauseIssuing, { params: { editionId: held.edition.id } });
    expect(await app().runJobs()).toEqual([]);
    expect(await awardsOf(other.participants.map(({ enrolment }) => enrolment.id))).toHaveLength(1);
    expect((await by.call(readAwards, { query: { edition: other.edition.id } })).body.paused).toBeNull();
  });

  it('says which awards failed, by the award or by its documents, and counts them so', async () => {
    const { edition, participants } = await awardsToIssue(app(), 2, ana);
    const by = await registrar();
    const failing = jest.spyOn(app().get(CredentialSigner), 'sign').mockRejectedValue(new Error('No key.'));
    await app().runJobs();
    failing.mockRestore();
    const ask = (state?: 'failed' | 'queued') =>
      by.call(readAwards, { query: { edition: edition.id, ...(state && { state }) } });
    expect((await ask()).body.counts).toMatchObject({ queued: 0, failed: 2 });
    expect((await ask('failed')).body.items[0]).toMatchObject({ state: 'queued', fault: 'No key.' });
    expect((await ask('queued')).body.items).toEqual([]);

    const printing = jest.spyOn(app().get(CertificatePrinter), 'print').mockRejectedValue(new Error('No font.'));
    for (const { enrolment } of participants) await app().get(IssueAward).run({ enrolmentId: enrolment.id });
    await app().runJobs();
    printing.mockRestore();
    expect((await ask()).body.counts).toMatchObject({ signed: 0, failed: 2 });
    expect((await ask('failed')).body.items[0]).toMatchObject({ state: 'signed', fault: 'No font.' });
  });

  it('is told to those who look at it, once it is stored', async () => {
    const heard: string[] = [];
    const stop = await app()
      .get(Live)
      .listen('awards', { changed: () => heard.push('changed'), ended: () => undefined });
    const { edition, participants } = await awardsToIssue(app(), 1, ana);
    expect(heard.length).toBeGreaterThan(0);
    const [issue] = await app().rows(AwardIssue, { enrolmentId: participants[0]?.enrolment.id ?? '' });
    expect(issue?.state).toBe('queued');
    const before = heard.length;
    await app().runJobs();
    // Signed, and then printed.
    expect(heard.length).toBeGreaterThanOrEqual(before + 2);
    const undone = app()
      .get(Transaction)
      .run(async (tx) => {
        app().get(Live).tellAfter(tx, 'awards');
        throw new Error('Undone.');
      });
    const quiet = heard.length;
    await expect(undone).rejects.toThrow('Undone.');
    expect(heard).toHaveLength(quiet);
    await (await registrar()).call(pauseIssuing, { params: { editionId: edition.id } });
    expect(heard).toHaveLength(quiet + 1);
    stop();
  });

  it('is the registrar’s: others are refused', async () => {
    const { edition, participants } = await awardsToIssue(app(), 1, ana);
    const of = { params: { editionId: edition.id } };
    const coordinator = await aPerson(app(), { organisation: 'coordinator' });
    for (const caller of [participants[0]?.caller, coordinator.caller]) {
      expect((await caller?.call(pauseIssuing, of))?.status).toBe(403);
      expect((await caller?.call(resumeIssuing, of))?.status).toBe(403);
      expect((await caller?.call(followAwards))?.status).toBe(403);
    }
    expect(await app().rows(IssuingPause, { editionId: edition.id })).toEqual([]);
  });
});
