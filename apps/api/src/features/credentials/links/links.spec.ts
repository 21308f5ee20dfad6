import {
  makeShareLink,
  readLinkedCredential,
  readPublicCredential,
  readShareLinks,
  revokeCredential,
  withdrawShareLink,
} from '@libretto/contracts';
import { mostOpenLinks } from '@libretto/domain';
import { newId } from '../../../platform/database/new-id';
import { Transaction } from '../../../platform/database/transaction';
import { aCourse } from '../../../testing/course';
import { aPerson } from '../../../testing/fixtures';
import { type Caller, describeOnEachDatabase } from '../../../testing/test-app';
import { AccountLeaves } from '../../accounts';
import { anIssuedCredential } from '../../../testing/issued-credential';
import { CredentialsPersonalData } from '../holder/credentials-personal-data';
import { ShareLink } from './share-link.entity';

const ana = { givenName: 'Ana', familyName: 'Kovač', birthDate: '1988-04-12' };
const monday = new Date('2026-11-23T09:00:00Z');

describeOnEachDatabase('a link to a credential', (app) => {
  beforeEach(() => app().clock.set(monday));
  const make = (holder: Caller, editionId: string, asked: object = {}) =>
    holder.call(makeShareLink, {
      params: { editionId },
      body: { linkId: newId(), shows: 'facts', days: 7, name: '', ...asked },
    });
  const linksOf = async (holder: Caller, editionId: string) =>
    (await holder.call(readShareLinks, { params: { editionId } })).body;
  async function aLink(asked: object = {}) {
    const issued = await anIssuedCredential(app(), ana);
    expect((await make(issued.holder, issued.editionId, asked)).status).toBe(204);
    const [link] = (await linksOf(issued.holder, issued.editionId)).items;
    if (!link) throw new Error('No link was made.');
    return { ...issued, link };
  }
  const look = (sharedId: string, by: Caller = app().visitor()) =>
    by.call(readLinkedCredential, { params: { sharedId } });

  it('shows the facts alone: no birth date, no grade, no way to the signed credential', async () => {
    const { link, award, credential } = await aLink();
    const { status, body } = await look(link.publicId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ holder: 'Ana Kovač', state: 'valid', endsAt: link.endsAt, whole: null });
    for (const hidden of [award.publicId, award.id, credential.id, ana.birthDate])
      expect(JSON.stringify(body)).not.toContain(hidden);
    expect(
      (
        await app()
          .visitor()
          .call(readPublicCredential, { params: { publicId: link.publicId } })
      ).status,
    ).toBe(404);
  });

  it('shows everything where the holder chose so', async () => {
    const { link, award } = await aLink({ shows: 'all', days: 365 });
    expect((await look(link.publicId)).body.whole).toEqual({
      publicId: award.publicId,
      birthDate: ana.birthDate,
      grades: [],
    });
  });

  it('counts the looks of others, many at once, and not those of the holder', async () => {
    const { link, holder, editionId } = await aLink({ name: 'University of Trieste' });
    await Promise.all(Array.from({ length: 12 }, () => look(link.publicId)));
    await look(link.publicId, holder);
    expect((await linksOf(holder, editionId)).items).toMatchObject([
      { name: 'University of Trieste', looks: 12, lastLookAt: expect.any(String), state: 'open' },
    ]);
  });

  it('shows nothing from its end on, nor once it is withdrawn, nor where it never was', async () => {
    const { link, holder, editionId } = await aLink();
    const until = await aLink();
    const params = { editionId, linkId: link.id };
    expect((await holder.call(withdrawShareLink, { params })).status).toBe(204);
    expect((await holder.call(withdrawShareLink, { params })).body).toMatchObject({
      code: 'credentials.link-not-open',
    });
    expect((await linksOf(holder, editionId)).items).toMatchObject([{ state: 'withdrawn', looks: 0 }]);

    app().clock.set(new Date(Date.parse(until.link.endsAt) - 60_000));
    expect((await look(until.link.publicId)).status).toBe(200);
    app().clock.set(new Date(until.link.endsAt));
    const answers = await Promise.all([until.link.publicId, link.publicId, '0'.repeat(26)].map((one) => look(one)));
    expect(answers.map(({ status, body }) => ({ status, body: { ...body, path: '' } }))).toEqual(
      Array(3).fill({ status: 404, body: { ...answers[2]?.body, path: '' } }),
    );
    expect((await linksOf(until.holder, until.editionId)).items).toMatchObject([{ state: 'ended', looks: 1 }]);
  });

  it('says that the credential is revoked since, and none is made to such a one', async () => {
    const { link, holder, editionId, credential } = await aLink();
    const { caller } = await aPerson(app(), { organisation: 'registrar' });
    await caller.call(revokeCredential, {
      params: { credentialId: credential.id },
      body: { reason: 'Not their work.' },
    });
    expect((await look(link.publicId)).body).toMatchObject({ state: 'revoked', endedAt: expect.any(String) });
    expect((await linksOf(holder, editionId)).can).toEqual({ make: false });
    expect((await make(holder, editionId)).body).toMatchObject({ code: 'credentials.nothing-to-share' });
  });

  it('is made once, sent as often as may be, and no more are open than may be, many asked at once', async () => {
    const { holder, editionId, link } = await aLink();
    const linkId = newId();
    await Promise.all([make(holder, editionId, { linkId }), make(holder, editionId, { linkId })]);
    expect((await linksOf(holder, editionId)).items.map(({ id }) => id)).toEqual([linkId, link.id]);

    const answers = await Promise.all(Array.from({ length: mostOpenLinks }, () => make(holder, editionId)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(mostOpenLinks - 2);
    expect(answers.find(({ status }) => status !== 204)?.body).toMatchObject({
      code: 'credentials.too-many-links',
      numbers: { most: mostOpenLinks },
    });
    expect(
      await app().rows(ShareLink, { awardId: (await app().rows(ShareLink, { id: linkId }))[0]?.awardId }),
    ).toHaveLength(mostOpenLinks);
  });

  it('is the holder’s own: nobody else makes, lists or withdraws it', async () => {
    const { link, editionId } = await aLink();
    const { participants, edition } = await aCourse(app(), 1);
    const other = participants[0]?.caller as Caller;
    expect((await make(other, edition.id)).body).toMatchObject({ code: 'credentials.nothing-to-share' });
    expect((await linksOf(other, edition.id)).items).toEqual([]);
    const answers = await Promise.all(
      [editionId, edition.id].map((place) =>
        other.call(withdrawShareLink, { params: { editionId: place, linkId: link.id } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 404]);
    expect((await look(link.publicId)).status).toBe(200);
  });

  it('is not made with the id of another credential’s link, which stays as it is', async () => {
    const { link } = await aLink();
    const { holder, editionId } = await anIssuedCredential(app(), ana);
    expect((await make(holder, editionId, { linkId: link.id, shows: 'all' })).status).toBe(404);
    expect((await linksOf(holder, editionId)).items).toEqual([]);
    expect((await look(link.publicId)).body.whole).toBeNull();
  });

  it('is among the personal data, and goes with the account, with the name that was noted on it', async () => {
    const { link, award, account } = await aLink({ name: 'Aunt Mia' });
    const { awards } = await app().get(CredentialsPersonalData).about([award.enrolmentId]);
    expect(awards).toMatchObject([{ links: [{ name: 'Aunt Mia', shows: 'facts', looks: 0 }] }]);
    await app()
      .get(Transaction)
      .run((tx) => tx.publish(new AccountLeaves(account.id)));
    expect((await look(link.publicId)).status).toBe(404);
    expect(await app().rows(ShareLink, { awardId: award.id })).toEqual([]);
  });
});
