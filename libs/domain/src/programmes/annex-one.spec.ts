import fc from 'fast-check';
import { missingOfAnnexOne } from './annex-one';

const complete = {
  title: { en: 'A' },
  awardingBodies: [{ name: 'A', country: 'IT' }],
  outcomes: [{ text: { en: 'A' } }],
  workload: { ects: 5 },
  level: { eqf: 7 },
  assessment: { type: { en: 'A' } },
  participation: 'online',
  qualityAssurance: { en: 'A' },
};

describe('Annex I', () => {
  it('misses nothing in a complete file', () => {
    expect(missingOfAnnexOne(complete)).toEqual([]);
  });

  it.each<[string, object, (string | number)[]]>([
    ['title', { title: {} }, ['title']],
    ['awardingBody', { awardingBodies: [] }, ['awardingBodies']],
    ['country', { awardingBodies: [{ name: 'A' }] }, ['awardingBodies', 0, 'country']],
    ['outcomes', { outcomes: undefined }, ['outcomes']],
    ['workload', { workload: { hours: 125 } }, ['workload', 'ects']],
    ['level', { level: undefined }, ['level', 'eqf']],
    ['assessment', { assessment: { type: { en: ' ', it: '' } } }, ['assessment', 'type']],
    ['participation', { participation: null }, ['participation']],
    ['qualityAssurance', { qualityAssurance: '' }, ['qualityAssurance']],
  ])('misses the %s', (element, change, path) => {
    expect(missingOfAnnexOne({ ...complete, ...change })).toEqual([
      { refused: 'programmes.annex-one-missing', path, numbers: { element } },
    ]);
  });

  it('reads a file of any shape', () => {
    fc.assert(fc.property(fc.anything(), (file) => missingOfAnnexOne(file).length <= 9));
  });
});
