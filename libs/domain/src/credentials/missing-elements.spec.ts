import { type AwardDraft, elementsMissing } from './missing-elements';

const complete: AwardDraft = {
  learner: { givenName: 'Ana', familyName: 'Horvat', birthDate: '1990-05-04', confirmed: true },
  title: { en: 'Automatic Recognition' },
  awardingBodies: [{ name: 'CIMEA', country: 'IT' }],
  level: { eqf: 7 },
  outcomes: [{}],
  workload: { ects: 5 },
  assessment: {},
  participation: 'blended',
  qualityAssurance: {},
};
const learner = (change: Partial<AwardDraft['learner']>) => ({ ...complete, learner: { ...complete.learner, ...change } });

describe('what an award lacks', () => {
  it.each<[string, AwardDraft, string[]]>([
    ['nothing', complete, []],
    ['a given name', learner({ givenName: '  ' }), ['given-name']],
    ['a family name', learner({ familyName: null }), ['family-name']],
    ['a birth date', learner({ birthDate: null }), ['birth-date']],
    ['the learner’s word', learner({ confirmed: false }), ['confirmation']],
    ['a title', { ...complete, title: { en: '' } }, ['title']],
    ['a body', { ...complete, awardingBodies: [] }, ['awarding-body']],
    ['a named body', { ...complete, awardingBodies: [{ name: ' ', country: 'IT' }] }, ['awarding-body']],
    ['a country', { ...complete, awardingBodies: [{ name: 'CIMEA' }] }, ['country']],
    ['a level', { ...complete, level: {} }, ['level']],
    ['outcomes', { ...complete, outcomes: [] }, ['outcomes']],
    ['a workload', { ...complete, workload: {} }, ['workload']],
    ['an assessment', { ...complete, assessment: undefined }, ['assessment']],
    ['a form of participation', { ...complete, participation: undefined }, ['participation']],
    ['quality assurance', { ...complete, qualityAssurance: undefined }, ['quality-assurance']],
  ])('%s', (_, draft, missing) => expect(elementsMissing(draft)).toEqual(missing));

  it('is told all at once', () => {
    expect(elementsMissing({ ...learner({ birthDate: null, confirmed: false }), level: {} })).toEqual([
      'birth-date',
      'confirmation',
      'level',
    ]);
  });
});
