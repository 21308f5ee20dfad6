import type { Me, MyEdition } from '@libretto/contracts';
import { firstOfEach, startPagesOf } from './start-pages';

const nobody = { organisation: [], editions: [] } as unknown as Me;
const today = '2026-11-23';
const dates = { startsOn: '2026-11-10', endsOn: '2026-12-10', state: 'open', takesApplications: false };
const edition = (id: string, roles: string[], values: object = {}) =>
  ({ ...dates, id, name: `Edition ${id}`, roles, ...values }) as MyEdition;
const partIn = (...editions: MyEdition[]): [Me, MyEdition[]] => [
  { ...nobody, editions: editions.flatMap(({ id, roles }) => roles.map((role) => ({ editionId: id, role }))) } as Me,
  editions,
];

describe('what a person is here', () => {
  it.each<[string, [Me, MyEdition[]], string[]]>([
    ['somebody without any role applies', [nobody, []], ['/applications']],
    ['a participant has a booklet', partIn(edition('e1', ['participant'])), ['/booklet']],
    [
      'a chair has the rulings and the desk',
      partIn(edition('e1', ['chair'])),
      ['/editions/e1/rulings', '/editions/e1/desk'],
    ],
    [
      'a chair who is listed as a member too has one desk',
      partIn(edition('e1', ['member', 'chair'])),
      ['/editions/e1/rulings', '/editions/e1/desk'],
    ],
    [
      'a tutor who takes part elsewhere wears two startPages',
      partIn(edition('e1', ['tutor']), edition('e2', ['participant'])),
      ['/editions/e1/today', '/booklet'],
    ],
    [
      'a closed edition asks for nothing any more',
      partIn(edition('e1', ['tutor'], { state: 'closed' })),
      ['/applications'],
    ],
    [
      'the coordinator watches the editions',
      [{ ...nobody, organisation: ['coordinator'] } as Me, []],
      ['/editions', '/people', '/institutions'],
    ],
    [
      'the registrar watches the awards',
      [{ ...nobody, organisation: ['registrar'] } as Me, []],
      ['/awards', '/editions'],
    ],
  ])('%s', (_, [me, editions], paths) => {
    expect(startPagesOf(me, editions, today).map(({ path }) => path)).toEqual(paths);
  });

  it('puts the edition first that needs the person now', () => {
    const spring = edition('spring', ['member', 'tutor'], {
      startsOn: '2027-03-01',
      endsOn: '2027-04-01',
      takesApplications: true,
    });
    const autumn = edition('autumn', ['member', 'tutor']);
    const startPages = startPagesOf(...partIn(spring, autumn), today);
    expect(firstOfEach(startPages)).toEqual([
      { key: 'desk', path: '/editions/spring/desk', edition: 'Edition spring' },
      { key: 'today', path: '/editions/autumn/today', edition: 'Edition autumn' },
    ]);
  });
});
