import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  changeMe,
  declineOffer,
  previewRuling,
  readLetter,
  readLetters,
  readMyLetters,
  ruleOnApplication,
  tryLetterAgain,
} from '@libretto/contracts';
import { findLanguageFolder } from '@libretto/language/files';
import type { Type } from '@nestjs/common';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { newId } from '../platform/database/new-id';
import { Transaction } from '../platform/database/transaction';
import { Languages } from '../platform/language/languages';
import { EditionRole } from '../features/accounts/roles/roles.entity';
import { aDeclaration, aFinding, aVote } from '../features/admissions/dossier/application.builder';
import { Declaration } from '../features/admissions/dossier/declaration.entity';
import { Finding } from '../features/admissions/dossier/finding.entity';
import { Vote } from '../features/admissions/dossier/vote.entity';
import { Letter } from '../features/admissions/letters/letter.entity';
import { composeLetter } from '../features/admissions/letters/ruling-letter';
import { Ruling } from '../features/admissions/dossier/ruling.entity';
import { EditionDirectory } from '../features/editions';
import { CountryQuota } from '../features/places/country-quota.entity';
import { Offer } from '../features/places/offer.entity';
import { aQuota } from '../features/places/places.builder';
import { aColleague, anApplicant, anEditionOf, aPerson } from './fixtures';
import { describeOnEachDatabase, onEachDatabase, TestApp } from './test-app';

describeOnEachDatabase('the letter of a ruling', (app) => {
  it('is previewed, stored, sent and shown in the same words, whatever changes afterwards', async () => {
    const { editionId, chair, coordinator, ready } = await aCommission(app());
    const { params, caller, account } = await ready({ language: 'it', email: `ana.${newId()}@zagreb.example` });
    const reason = 'Ogni <b>criterio</b> è soddisfatto.';
    // The letter names the end of the offer to the minute: both are requested within the same one.
    app().clock.set(new Date('2026-11-23T09:00:05Z'));
    const { body: preview } = await chair.call(previewRuling, { params, body: { reason } });
    expect(preview).toMatchObject({
      outcome: 'admitted',
      letter: { language: 'it' },
      places: { source: 'quota', after: { institutionsHeld: 1 } },
    });
    expect((await chair.call(ruleOnApplication, { params, body: { reason, outcome: 'admitted' } })).status).toBe(201);

    const [letter] = (await app().rows(Letter, { applicationId: params.applicationId })) as [Letter];
    const words = ({ language, subject, paragraphs }: Letter) => ({ language, subject, paragraphs });
    expect(words(letter)).toEqual(preview.letter);
    // Before the mail leaves, its reader gets another name, language and zone.
    const profile = { givenName: 'Anna', familyName: 'Rossi', language: 'en', timeZone: 'Pacific/Auckland' };
    expect((await caller.call(changeMe, { body: profile })).status).toBeLessThan(300);
    expect(await app().runJobs()).toEqual([]);

    const mails = await Promise.all(
      app()
        .mails()
        .map((mail) => PostalMime.parse(mail)),
    );
    const sent = mails
      .filter(({ to }) => to?.some(({ address }) => address === account.email))
      .find(({ subject }) => subject === letter.subject);
    expect(sent?.text?.replaceAll('\r\n', '\n')).toContain(preview.letter.paragraphs.join('\n\n'));
    expect((await caller.call(readMyLetters, { params })).body.items).toMatchObject([
      { outcome: 'admitted', letter: preview.letter },
    ]);
    const { body } = await coordinator.call(readLetter, { params: { editionId, letterId: letter.id } });
    expect(body).toMatchObject({
      letter: preview.letter,
      isErased: false,
      mail: { state: 'accepted', recipient: account.email, answer: null },
    });
    expect((await app().rows(Ruling, { id: letter.rulingId }))[0]?.outcome).toBe(letter.outcome);
  });

  it('cannot say something else than its ruling, nor change', async () => {
    const { chair, ready } = await aCommission(app());
    const { params } = await ready();
    await chair.call(ruleOnApplication, { params, body: { reason: 'Every criterion is met.', outcome: 'admitted' } });
    const [letter] = (await app().rows(Letter, { applicationId: params.applicationId })) as [Letter];
    const inOne = (work: Parameters<Transaction['run']>[0]) => app().get(Transaction).run(work);
    await expect(inOne((tx) => tx.insert(Letter, { ...letter, id: newId(), outcome: 'rejected' }))).rejects.toThrow(
      'says what its ruling says',
    );
    await expect(inOne((tx) => tx.manager.update(Letter, { id: letter.id }, { subject: 'Another' }))).rejects.toThrow(
      'never changes',
    );
    await expect(inOne((tx) => tx.manager.delete(Letter, { id: letter.id }))).rejects.toThrow('never deleted');
  });

  it('is written in any language that the installation has files for', async () => {
    const { edition, ready } = await aCommission(app());
    const { person } = await ready({ language: 'fr' });
    const folder = mkdtempSync(join(tmpdir(), 'libretto-languages-'));
    cpSync(findLanguageFolder(__dirname), folder, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
    cpSync(join(folder, 'en'), join(folder, 'fr'), { recursive: true });
    const file = join(folder, 'fr', 'admissions.json');
    const sentences = JSON.parse(readFileSync(file, 'utf8'));
    sentences.letter.subject.admitted = 'Vous êtes admis : {programme}';
    sentences.letter.greeting = 'Bonjour {name},';
    writeFileSync(file, JSON.stringify(sentences));
    const card = await app().get(EditionDirectory).byId(edition.id);
    const words = {
      outcome: 'admitted' as const,
      reason: 'Tout y est.',
      at: new Date('2026-11-23T09:00:00Z'),
      placeUntil: new Date('2026-11-30T09:00:00Z'),
      first: null,
      waitsWithAll: false,
      missed: [],
    };

    const letter = composeLetter(words, card as NonNullable<typeof card>, person, Languages.read(folder));
    expect(letter).toMatchObject({ language: 'fr', subject: 'Vous êtes admis : Reading diplomas' });
    expect(letter.paragraphs[0]).toBe(`Bonjour ${person.name},`);
    expect(letter.paragraphs.join(' ')).toContain('lundi 30 novembre 2026');
    // Without the files English is used, and the letter is marked so.
    expect(
      composeLetter(
        words,
        card as NonNullable<typeof card>,
        person,
        app().get(Languages as unknown as Type<Languages>),
      ),
    ).toMatchObject({ language: 'en' });
  });

  it('is in the log of whoever may know of it, in as many statements for few as for many', async () => {
    const { editionId, chair, coordinator, ready } = await aCommission(app());
    const rule = async () => {
      const one = await ready();
      await chair.call(ruleOnApplication, {
        params: one.params,
        body: { reason: 'Every criterion is met.', outcome: 'admitted' },
      });
      return one;
    };
    const [first] = [await rule(), await rule()];
    await app().runJobs();
    const few = await coordinator.call(readLetters, { params: { editionId } });
    expect(few.body.counts).toEqual({ accepted: 4, underway: 0, stopped: 0 });
    for (let more = 0; more < 10; more += 1) await rule();
    const many = await coordinator.call(readLetters, { params: { editionId } });
    expect(many.body).toMatchObject({ counts: { accepted: 4, underway: 20 }, next: null });
    expect(many.statements).toBe(few.statements);

    const read = (query: object) => coordinator.call(readLetters, { params: { editionId }, query });
    const names = many.body.items.map(({ name }) => name);
    const upwards = (await read({ sort: 'name' })).body.items.map(({ name }) => name);
    expect(upwards).toEqual(names.toSorted((a, b) => a.localeCompare(b)));
    expect((await read({ sort: '-name' })).body.items.map(({ name }) => name)).toEqual(upwards.toReversed());
    expect((await read({ sort: 'sent' })).body.items.map(({ state }) => state === 'accepted').lastIndexOf(true)).toBe(
      3,
    );
    expect(new Set((await read({ sort: 'content' })).body.items.slice(0, 12).map(({ says }) => says))).toEqual(
      new Set(['ruling']),
    );
    const searched = await read({ q: first.account.email.toUpperCase(), state: 'accepted' });
    expect(searched.body).toMatchObject({ found: 2, counts: { accepted: 4, underway: 20 } });
    expect([
      searched.body.items.every(({ recipient }) => recipient === first.account.email),
      searched.statements,
    ]).toEqual([true, few.statements]);
    expect((await read({ state: 'stopped' })).body).toMatchObject({ items: [], found: 0 });

    const { account, caller } = await aPerson(app(), { organisation: 'coordinator' });
    await app().build(EditionRole, { id: newId(), editionId, accountId: account.id, role: 'member' });
    const { applicationId } = first.params;
    await app().build(
      Declaration,
      aDeclaration({ applicationId, accountId: account.id }, { inConflict: true, reason: 'A friend.' }),
    );
    const seen = (await caller.call(readLetters, { params: { editionId } })).body;
    expect(seen.items).toHaveLength(22);
    expect(JSON.stringify(seen)).not.toContain(first.account.email);
    const [hidden] = (await app().rows(Letter, { applicationId })) as [Letter];
    expect((await caller.call(readLetter, { params: { editionId, letterId: hidden.id } })).status).toBe(404);
    const hiddenMail = many.body.items.find(({ recipient }) => recipient === first.account.email)?.id as string;
    expect((await caller.call(tryLetterAgain, { params: { editionId, mailId: hiddenMail } })).status).toBe(404);
  });
});

onEachDatabase('the log of letters', (url) => {
  it('says what the mail server said: accepted, refused for now, refused for good', async () => {
    const port = await freePort();
    const received: string[] = [];
    const manners: Record<string, number> = {};
    const server = await mailServer(port, received, manners);
    const app = await TestApp.on(url, { SMTP_URL: `smtp://127.0.0.1:${port}` });
    const { editionId, chair, coordinator, ready } = await aCommission(app);
    const [at, once, later, never] = [newId(), 'once', 'later', 'never'];
    const people = new Map<string, Awaited<ReturnType<typeof ready>>>();
    for (const name of [once, later, never]) {
      const one = await ready({ email: `${name}.${at}@letters.example` });
      await chair.call(ruleOnApplication, {
        params: one.params,
        body: { reason: 'Every criterion is met.', outcome: 'admitted' },
      });
      people.set(name, one);
    }
    manners[`later.${at}@letters.example`] = 451;
    manners[`never.${at}@letters.example`] = 550;
    const logged = async (name: string) => {
      const { body } = await coordinator.call(readLetters, { params: { editionId } });
      return body.items.filter(({ says, recipient }) => says === 'ruling' && recipient.startsWith(name))[0];
    };
    expect(await logged(once)).toMatchObject({
      state: 'waiting',
      failures: 0,
      acceptedAt: null,
      can: { tryAgain: false },
    });

    expect(await app.runJobs()).toHaveLength(4);
    expect(await logged(once)).toMatchObject({
      state: 'accepted',
      answer: expect.stringContaining('250'),
      error: null,
      outcome: 'admitted',
    });
    expect(await logged(later)).toMatchObject({
      state: 'failing',
      failures: 1,
      error: expect.stringContaining('451'),
      triesAt: expect.any(String),
    });
    expect(await logged(never)).toMatchObject({
      state: 'stopped',
      failures: 1,
      error: expect.stringContaining('550'),
      triesAt: null,
      can: { tryAgain: true },
    });
    const { body } = await coordinator.call(readLetters, { params: { editionId } });
    expect(body.counts).toEqual({ accepted: 2, underway: 2, stopped: 2 });
    expect(body.items.map(({ state }) => state)).toEqual([
      'stopped',
      'stopped',
      'failing',
      'failing',
      'accepted',
      'accepted',
    ]);

    delete manners[`later.${at}@letters.example`];
    app.clock.set(new Date(app.clock.now().getTime() + 60_000));
    expect(await app.runJobs()).toEqual([]);
    expect(await logged(later)).toMatchObject({
      state: 'accepted',
      failures: 1,
      answer: expect.stringContaining('250'),
    });

    const mailId = (await logged(never))?.id as string;
    expect(
      (await coordinator.call(tryLetterAgain, { params: { editionId, mailId: (await logged(once))?.id as string } }))
        .body.code,
    ).toBe('admissions.mail-not-stopped');
    delete manners[`never.${at}@letters.example`];
    expect((await coordinator.call(tryLetterAgain, { params: { editionId, mailId } })).status).toBe(204);
    expect(await logged(never)).toMatchObject({ state: 'waiting', failures: 0 });
    expect(await app.runJobs()).toEqual([]);
    expect(await logged(never)).toMatchObject({ state: 'accepted' });
    // Two mails each, the letter and the offer of the place, but the offer that was refused for good.
    expect(received).toHaveLength(5);

    const { caller, params } = people.get(once) as Awaited<ReturnType<typeof ready>>;
    const [offer] = (await app.rows(Offer, { applicationId: params.applicationId })) as [Offer];
    await caller.call(declineOffer, { params: { editionId, offerId: offer.id } });
    expect(
      (await coordinator.call(readLetters, { params: { editionId } })).body.items.map(({ says }) => says).sort(),
    ).toEqual(['offered', 'offered', 'offered', 'ruling', 'ruling', 'ruling']);
    await new Promise((resolve) => server.close(() => resolve(undefined)));
    await app.close();
  }, 60_000);
});

/** An edition with a chair, and a function that makes an applicant on whom the chair can rule at once. */
async function aCommission(app: TestApp) {
  const edition = await anEditionOf(app);
  const { id: editionId } = edition;
  await app.build(CountryQuota, aQuota(editionId, { institutions: 20 }));
  const members: Awaited<ReturnType<typeof aColleague>>[] = [];
  for (const role of ['chair', 'deputy', 'member'] as const)
    members.push(await aColleague(app, { editions: [{ editionId, role }] }));
  const { caller: coordinator } = await aPerson(app, { organisation: 'coordinator' });
  const ready = async (values: { language?: string; email?: string } = {}) => {
    const { application, account, caller, institution } = await anApplicant(app, editionId, {
      account: values,
      application: { state: 'under-review' },
    });
    const by = members.map(({ account: { id: accountId } }) => ({ applicationId: application.id, accountId }));
    await app.build(Declaration, ...by.map((one) => aDeclaration(one)));
    await app.build(Finding, ...by.flatMap((one) => [aFinding(one, 'degree'), aFinding(one, 'english')]));
    await app.build(Vote, ...by.map((one) => aVote(one)));
    const { id, givenName, familyName, email, language, timeZone } = account;
    const person = {
      id,
      givenName,
      familyName,
      name: `${givenName} ${familyName}`,
      email,
      birthDate: null,
      language,
      timeZone,
      institution,
    };
    return { params: { editionId, applicationId: application.id }, account, caller, person };
  };
  return {
    edition,
    editionId,
    chair: (members[0] as Awaited<ReturnType<typeof aColleague>>).caller,
    coordinator,
    ready,
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** A mail server that refuses some recipients, with the code that `manners` names. */
function mailServer(port: number, received: string[], manners: Record<string, number>): Promise<SMTPServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = manners[address];
      done(code ? Object.assign(new Error('not this mailbox'), { responseCode: code }) : null);
    },
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        received.push(mail);
        done();
      });
    },
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
