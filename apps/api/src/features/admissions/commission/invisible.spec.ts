import {
  addEvidence,
  appealAgainstRuling,
  closeMeeting,
  declareConflicts,
  declineOffer,
  openMeeting,
  pinConflict,
  previewRuling,
  recordFinding,
  ruleInMeeting,
  ruleOnApplication,
  saveApplication,
  startApplication,
  submitApplication,
  voteOnApplication,
  writeComment,
} from '@libretto/contracts';
import type { Actor, RulingOutcome, VoteChoice } from '@libretto/domain';
import { SentMail } from '../../../platform/mail/sent-mail.entity';
import { allReadRoutes, type Ids, idsOf, standIns, withWhatComes } from '../../../testing/all-read-routes';
import { smallPdf } from '../../../testing/small-files';
import { aColleague, anEditionOf } from '../../../testing/fixtures';
import { TestApp } from '../../../testing/test-app';
import { aQuota } from '../../places/places.builder';
import { aChange, aForm } from '../dossier/application.builder';
import { Application } from '../dossier/application.entity';

/**
 * Two products that are alike, but for applications with which one reader is in conflict: in one they go the whole way,
 * in the other they were never made. Everything that the reader can read is compared byte by byte after each step.
 */
type Seat = 'chair' | 'deputy' | 'member' | 'coordinator';
const pdf = { name: 'secret-diploma.pdf', content: smallPdf };
const stillOpen = {
  startsOn: '2026-12-14',
  endsOn: '2027-01-22',
  applicationsCloseAt: new Date('2026-11-30T22:59:00Z'),
};

type Person = Awaited<ReturnType<typeof aColleague>>;

/** A product in which three people have applied: one holds a place, one is being voted on, one is new. */
async function aStage(seat: Seat) {
  const app = await TestApp.on(undefined);
  // The clock stands still: steps that happen in one product only take time.
  jest.spyOn(app.clock, 'now').mockImplementation(() => new Date('2026-11-23T09:00:00Z'));
  const { id: editionId } = await anEditionOf(app, { slug: 'reading-diplomas' }, stillOpen);
  await app.build(
    'CountryQuota',
    aQuota(editionId, { country: 'HR', institutions: 1 }),
    aQuota(editionId, { country: 'FR', institutions: 3 }),
  );
  const params = { editionId };
  const somebody = (name: string, country = 'FR', roles = {}, values = {}) =>
    aColleague(
      app,
      roles,
      {
        givenName: name,
        familyName: `Of ${country}`,
        email: `${name.toLowerCase()}@${name.toLowerCase()}.example`,
        ...values,
      },
      country,
    );
  const sits = (role: 'chair' | 'deputy' | 'member') => ({ editions: [{ editionId, role }] });
  const people: Record<string, Person> = {};
  for (const [name, roles] of Object.entries({
    Chair: sits('chair'),
    Deputy: sits('deputy'),
    Ines: sits('member'),
    Jean: sits('member'),
    Both: { organisation: 'coordinator', ...sits('member') },
    Carla: { organisation: 'coordinator' },
  }))
    people[name] = await somebody(name, 'FR', roles);
  const person = (name: string) => people[name] as Person;
  const reader = person({ chair: 'Chair', deputy: 'Deputy', member: 'Ines', coordinator: 'Both' }[seat]);
  const applicants = {
    Vera: await somebody('Vera', 'HR'),
    Viktor: await somebody('Viktor'),
    Valerie: await somebody('Valerie'),
  };
  const hidden = {
    Xavier: await somebody('Xavier', 'FR', {}, { institutionId: reader.institution.id }),
    Yvonne: await somebody('Yvonne', 'HR', {}, { email: `yvonne@lab.${reader.account.email.split('@')[1]}` }),
    Zoe: await somebody('Zoe'),
  };

  const applies = async ({ caller, account }: Person, form = {}) => {
    await caller.call(startApplication, { params });
    const { degrees, posts, languages, motivation } = aForm();
    await caller.call(saveApplication, { params, body: aChange({ degrees, posts, languages, motivation, ...form }) });
    await caller.upload(addEvidence, { params, query: { kind: 'degree' } }, pdf);
    expect((await caller.call(submitApplication, { params })).status).toBe(204);
    await app.runJobs();
    return (await app.rows(Application, { accountId: account.id }))[0]?.id as string;
  };
  const decides = async ({ caller }: Person, applicationId: string, choice: VoteChoice = 'admit') => {
    await caller.call(declareConflicts, { params, body: { applicationIds: [applicationId], conflict: null } });
    for (const criterionId of ['degree', 'english'])
      await caller.call(recordFinding, {
        params: { ...params, applicationId, criterionId },
        body: { from: {}, to: { finding: 'met', note: 'As the file shows.' } },
      });
    expect(
      (
        await caller.call(voteOnApplication, {
          params: { ...params, applicationId },
          body: { choice, reason: 'As found.' },
        })
      ).status,
    ).toBe(201);
    expect(
      (
        await caller.call(writeComment, {
          params: { ...params, applicationId },
          body: { words: 'Let us talk about it.' },
        })
      ).status,
    ).toBe(201);
  };
  const rules = async ({ caller }: Person, applicationId: string, outcome: RulingOutcome) => {
    expect(
      (
        await caller.call(ruleOnApplication, {
          params: { ...params, applicationId },
          body: { reason: 'All met.', outcome },
        })
      ).status,
    ).toBe(201);
    await app.runJobs();
  };
  const vera = await applies(applicants.Vera);
  for (const name of ['Chair', 'Deputy', 'Jean', 'Ines']) await decides(person(name), vera);
  await rules(person('Chair'), vera, 'admitted');
  const viktor = await applies(applicants.Viktor);
  for (const name of ['Chair', 'Ines', 'Both']) await decides(person(name), viktor);
  await applies(applicants.Valerie);

  const actor: Actor = {
    accountId: reader.account.id,
    organisation: seat === 'coordinator' ? ['coordinator'] : [],
    editions: [{ editionId, role: seat === 'coordinator' ? 'member' : seat }],
  };
  const others = ['Chair', 'Deputy', 'Jean', 'Ines'].map(person).filter((one) => one !== reader);
  const opened = await (others[0] as Person).caller.call(openMeeting, {
    params,
    body: { place: 'Rome', heldOn: '2026-11-23' },
  });
  return {
    meeting: { editionId, meetingId: opened.body.id },
    viktor,
    app,
    editionId,
    params,
    reader,
    actor,
    others,
    carla: person('Carla'),
    chairs: others[0] as Person,
    hidden,
    applies,
    decides,
    rules,
    known: await idsOf(app),
  };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

const words = ['Xavier', 'secret-diploma.pdf', 'HR'];
const read = ({ app, actor, editionId, known }: Stage, hidden: Ids, answered = new Map<string, string>()) =>
  allReadRoutes(app, { actor, editionId, known, hidden, words, answered });
const mailsTo = async ({ app, reader }: Stage) =>
  (await app.rows(SentMail, { recipient: reader.account.email })).map(({ mail, subject }) => `${mail}: ${subject}`);

/** The effect of a ruling on the places, in figures too: a POST that only asks. */
const foreseen = async ({ reader, params, viktor }: Stage) => {
  const { status, body } = await reader.caller.call(previewRuling, {
    params: { ...params, applicationId: viktor },
    body: { reason: 'All met.' },
  });
  return { status, body };
};

/** The steps of the applicants of whom the reader must not learn. */
const steps: [string, (stage: Stage, secret: Record<string, string>) => Promise<unknown>][] = [
  [
    'somebody of the own house applies',
    async ({ applies, hidden }, secret) => {
      secret['Xavier'] = await applies(hidden.Xavier);
    },
  ],
  [
    'the others find and vote',
    async ({ others, decides }, secret) => {
      for (const other of others) await decides(other, secret['Xavier'] as string);
    },
  ],
  [
    'they rule in a meeting, and a place is offered',
    async ({ app, chairs, meeting }, secret) => {
      const rulings = [{ applicationId: secret['Xavier'] as string, reason: 'All met.', outcome: 'admitted' as const }];
      expect((await chairs.caller.call(ruleInMeeting, { params: meeting, body: { rulings } })).body).toMatchObject({
        items: [{ whyNot: null }],
      });
      await app.runJobs();
    },
  ],
  [
    'somebody of the reader’s mail domain, who also names the reader as a referee, gets onto the waiting list',
    async ({ applies, hidden, reader, others, decides, chairs, rules }) => {
      const id = await applies(hidden.Yvonne, { referees: [{ name: 'A colleague', email: reader.account.email }] });
      for (const other of others) await decides(other, id);
      await rules(chairs, id, 'waiting-list');
    },
  ],
  [
    'they appeal',
    async ({ app, hidden, params }) => {
      const body = { statement: 'The quota was counted twice, as the catalogue of places shows.' };
      expect((await hidden.Yvonne.caller.call(appealAgainstRuling, { params, body })).status).toBeLessThan(300);
      await app.runJobs();
    },
  ],
  [
    'a conflict is pinned after the reader has answered a claim and voted',
    async ({ applies, hidden, reader, carla, decides, params }) => {
      const applicationId = await applies(hidden.Zoe, {
        referees: [{ name: 'A colleague', email: reader.account.email }],
      });
      await decides(reader, applicationId);
      const body = { applicationId, accountId: reader.account.id, reason: 'They are cousins.' };
      expect((await carla.caller.call(pinConflict, { params, body })).status).toBe(201);
    },
  ],
  [
    'the offer is declined',
    async ({ app, hidden, params }) => {
      const [offer] = await app.rows<{ id: string; accountId: string }>('Offer', {
        accountId: hidden.Xavier.account.id,
      });
      expect(
        (await hidden.Xavier.caller.call(declineOffer, { params: { ...params, offerId: offer?.id as string } })).status,
      ).toBe(204);
      await app.runJobs();
    },
  ],
];

describe.each<Seat>(['member', 'chair', 'deputy', 'coordinator'])('a %s in conflict', (seat) => {
  let without: Stage;
  let beside: Stage;
  let hidden: Ids = new Map();
  const secret: Record<string, string> = {};
  const ofNothing = standIns();
  /** The product without them does not change until its meeting closes: its earlier responses still hold. */
  const answeredWithout = new Map<string, string>();

  beforeAll(async () => {
    without = await aStage(seat);
    beside = await aStage(seat);
  });
  afterAll(async () => {
    await without?.app.close();
    await beside?.app.close();
  });

  const compare = async () => {
    expect(await read(beside, hidden)).toEqual(await read(without, ofNothing(hidden), answeredWithout));
    expect(await mailsTo(beside)).toEqual(await mailsTo(without));
    expect(await foreseen(beside)).toEqual(await foreseen(without));
  };

  it('reads the same in two worlds that are alike', compare);

  it.each(steps)('reads and gets to know nothing when %s', async (_, happens) => {
    hidden = await withWhatComes(beside.app, hidden, () => happens(beside, secret));
    await compare();
  });

  it('reads and gets to know nothing when the meeting has closed and its minutes are made', async () => {
    answeredWithout.clear();
    for (const { chairs, meeting, app } of [without, beside]) {
      expect((await chairs.caller.call(closeMeeting, { params: meeting })).status).toBe(204);
      await app.runJobs();
    }
    await compare();
  });

  it('would read it otherwise: to a member without a conflict the worlds differ', async () => {
    const [jean] = beside.others.slice(-1) as [Person];
    const [there] = without.others.slice(-1) as [Person];
    const as = ({ account }: Person): Actor => ({
      accountId: account.id,
      organisation: [],
      editions: [{ editionId: beside.editionId, role: 'member' }],
    });
    const texts = await read({ ...beside, actor: as(jean) }, hidden);
    expect(texts).not.toEqual(
      await read({ ...without, actor: { ...as(there), editions: without.actor.editions } }, ofNothing(hidden)),
    );
    expect(texts.join()).toContain('secret-diploma.pdf');
  });
});
