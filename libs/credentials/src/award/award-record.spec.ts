import { annexElements, missingElements, type AnnexElement, type AwardRecord } from './award-record';
import { anAwardRecord } from '../testing/award-record.builder';

const half = { en: 'Only English' } as never;
const learner = anAwardRecord().learner;
const assessment = anAwardRecord().assessment;
const body = anAwardRecord().awardingBodies[0]!;

/** One way to lack each mandatory element. */
const lacking: Record<AnnexElement, Partial<AwardRecord>> = {
  'learner-given-name': { learner: { ...learner, givenName: '' } },
  'learner-family-name': { learner: { ...learner, familyName: ' \t' } },
  'learner-date-of-birth': { learner: { ...learner, dateOfBirth: '1990-02-30' } },
  title: { title: half },
  country: { country: 'Italy' },
  'awarding-body': { awardingBodies: [{ ...body, name: '' }] },
  'awarding-body-country': { awardingBodies: [{ ...body, country: undefined as never }] },
  'awarding-body-status': { awardingBodies: [body, { ...body, status: half }] },
  'date-of-issue': { awardedAt: '2026-11-20' },
  outcomes: { outcomes: [] },
  workload: { workload: { minutes: 0, ects: 5 } },
  level: { level: { eqf: 9 } },
  'assessment-type': { assessment: { ...assessment, type: half } },
  'assessment-supervision': { assessment: { ...assessment, supervision: 'sometimes' as never } },
  participation: { participation: undefined },
  'quality-assurance': { qualityAssurance: { en: '', it: '' } },
};

describe('the mandatory elements of Annex I', () => {
  it('are all there in a whole record', () => expect(missingElements(anAwardRecord())).toEqual([]));

  it.each(Object.entries(lacking))('name %s, and only it', (element, parts) => {
    expect(missingElements(anAwardRecord(parts))).toEqual([element]);
  });

  it.each([undefined, null, 'a text', 7, [], { learner: 'Ana', awardingBodies: {}, outcomes: [null] }])(
    'are all missing in %j, without an exception',
    (anything) => expect(missingElements(anything)).toEqual(annexElements),
  );
});
