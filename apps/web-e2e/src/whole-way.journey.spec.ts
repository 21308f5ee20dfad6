import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { journey } from './harness';
import { acceptPlace, apply } from './whole-way/application';
import { chairVotesAndRules, memberVotes } from './whole-way/commission';
import { markWork, studyAndHandIn, takeRoll } from './whole-way/course';
import { fetchSigned, receiveCredential, revoke } from './whole-way/credential';
import { openEdition, planSession, publishProgramme, releaseResults } from './whole-way/edition';
import { register } from './whole-way/person';
import { times } from './whole-way/programme';
import { verifyByCommandLine, verifyFile, verifyIndependently, verifyLink } from './whole-way/verification';

const { visit, goOn } = journey();
const taken = mkdtempSync(join(tmpdir(), 'libretto-taken-home-'));
afterAll(() => rmSync(taken, { recursive: true, force: true }));

/** Somebody sits down at a browser of their own, at an address, and gets up again when they are done. */
async function by<T>(somebody: (page: Page) => Promise<T>): Promise<T> {
  const page = await visit('/verify');
  const context = page.context();
  context.setDefaultTimeout(45_000);
  const done = await somebody(page);
  await context.close();
  return done;
}

/** Keeps what somebody took home as a file. */
function keep(name: string, content: string | Buffer): string {
  const file = join(taken, name);
  writeFileSync(file, content);
  return file;
}

describe('the whole way', () => {
  it('leads from a programme file to a credential that others verify, and that can be revoked', async () => {
    await goOn(times.planned);
    const editionId = await by(async (coordinator) => {
      await publishProgramme(coordinator);
      const opened = await openEdition(coordinator);
      await planSession(coordinator, opened);
      return opened;
    });
    await by(async (newcomer) => {
      await register(newcomer);
      await apply(newcomer);
    });

    await goOn(times.applicationsClosed);
    await by((member) => memberVotes(member, editionId));
    await by((chair) => chairVotesAndRules(chair, editionId));
    await by(acceptPlace);

    await goOn(times.sessionIsOver);
    await by((tutor) => takeRoll(tutor, editionId));
    await by((participant) => studyAndHandIn(participant, editionId));

    await goOn(times.editionIsOver);
    await by((tutor) => markWork(tutor, editionId));
    await by((coordinator) => releaseResults(coordinator, editionId));
    const { address, certificate } = await by((participant) => receiveCredential(participant, editionId));

    await goOn();
    const signed = await by((anybody) => fetchSigned(anybody, address));
    const [json, pdf] = [keep('credential.json', signed), keep('certificate.pdf', certificate)];
    for (const file of [json, pdf]) expect(await verifyByCommandLine(file)).toEqual({ code: 0, verdict: 'Valid, issuer not known here' });
    expect(await verifyIndependently(JSON.parse(signed))).toEqual({ verified: true, ended: false });
    await by((anybody) => verifyLink(anybody, address, 'Valid'));
    await by((anybody) => verifyFile(anybody, pdf, 'Valid'));

    await by(revoke);
    await by((anybody) => verifyLink(anybody, address, 'Revoked'));
    expect(await verifyByCommandLine(json)).toEqual({ code: 1, verdict: 'Revoked' });
    expect(await verifyIndependently(JSON.parse(signed))).toEqual({ verified: true, ended: true });
  }, 900_000);
});
