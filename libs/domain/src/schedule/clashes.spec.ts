import { clashesOf, type Engagement, type RoleElsewhere } from './clashes';

const at = (from: number, to: number) => ({
  startsAt: new Date(Date.UTC(2027, 0, 11, from)),
  endsAt: new Date(Date.UTC(2027, 0, 11, to)),
});
const session = (id: string, from: number, to: number, values: Partial<Engagement> = {}): Engagement => ({
  ...at(from, to),
  id,
  title: id,
  editionId: 'here',
  tutorIds: [],
  ...values,
});
const elsewhere = (accountId: string, here: RoleElsewhere['here'], there: RoleElsewhere['there']) => ({
  accountId,
  editionId: 'there',
  here,
  there,
});

/** Teresa and Tom teach here. Teresa teaches elsewhere and Tom learns there; Ana and Ivo take part in both, Eva teaches there. */
const people = {
  tutorIds: ['teresa', 'tom'],
  elsewhere: [
    elsewhere('teresa', 'tutor', 'tutor'),
    elsewhere('tom', 'tutor', 'participant'),
    elsewhere('ana', 'participant', 'participant'),
    elsewhere('ivo', 'participant', 'participant'),
    elsewhere('eva', 'participant', 'tutor'),
  ],
};
const there = { editionId: 'there' };

describe('who would have to be in two places at once', () => {
  it.each<[string, Engagement, Engagement[], [string, string[]][], number]>([
    ['nobody where nothing overlaps', session('a', 9, 10), [session('b', 10, 11), session('c', 8, 9, there)], [], 0],
    ['nobody at the session itself, which moves', session('a', 9, 10), [session('a', 9, 11)], [], 0],
    ['any tutor where none is assigned', session('a', 9, 10), [session('b', 9, 10)], [['b', ['teresa', 'tom']]], 0],
    [
      'the tutor of both sessions of one edition',
      session('a', 9, 10, { tutorIds: ['tom'] }),
      [session('b', 9, 10, { tutorIds: ['tom', 'teresa'] }), session('c', 9, 10, { tutorIds: ['teresa'] })],
      [
        ['b', ['tom']],
        ['c', []],
      ],
      0,
    ],
    [
      'a tutor who teaches in another edition, only where needed there, and each participant once',
      session('a', 9, 12, { tutorIds: ['teresa'] }),
      [session('b', 9, 10, { ...there, tutorIds: ['teresa'] }), session('c', 11, 12, { ...there, tutorIds: ['eva'] })],
      [['b', ['teresa']]],
      3,
    ],
    [
      'a tutor who takes part in another edition',
      session('a', 9, 10, { tutorIds: ['tom'] }),
      [session('b', 9, 10, { ...there, tutorIds: ['teresa'] })],
      [['b', ['tom']]],
      2,
    ],
    ['nobody at an edition of others', session('a', 9, 10), [session('b', 9, 10, { editionId: 'third' })], [], 0],
  ])('%s', (_, one, others, sessions, participants) => {
    const clashes = clashesOf(one, others, people);
    expect(clashes.sessions.map(({ title, tutorIds }) => [title, tutorIds])).toEqual(sessions);
    expect(clashes.participants).toBe(participants);
  });
});
