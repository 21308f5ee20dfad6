import fc from 'fast-check';
import {
  type ApplicationForm,
  changesBetween,
  type DossierContents,
  emptyForm,
  type FieldChange,
  type ListItem,
} from '.';

const laurea = { title: 'Laurea', institution: 'Sapienza', country: 'IT', eqfLevel: 6, year: 2015 };
const master = { title: 'Master', institution: 'Sorbonne', country: 'FR', eqfLevel: 7, year: 2018 };
const post = { employer: 'Sapienza', role: 'Officer', from: '2019-01-01', until: null };
const english = { language: 'en', level: 'B2' as const };
const file = { id: 'a', kind: 'degree', name: 'laurea.pdf' };

const contents = (
  form: Partial<ApplicationForm> & { answers?: unknown } = {},
  changes: Partial<DossierContents> = {},
): DossierContents => ({
  institution: 'Sapienza',
  form: {
    ...emptyForm,
    degrees: [laurea],
    posts: [post],
    languages: [english],
    motivation: 'To learn.',
    ...form,
  } as ApplicationForm,
  evidence: [file],
  ...changes,
});

/** A change in short, for a table: `degrees +Master`, `posts ~Officer`, `motivation To learn. → To teach.` */
const inShort = (change: FieldChange): string =>
  change.kind === 'text'
    ? `${change.field}: ${change.before} → ${change.after}`
    : `${change.field}: ${change.items.map(({ is, before, after }) => `${{ kept: '=', added: '+', removed: '-', changed: '~' }[is]}${nameOf(after ?? before)}`).join(' ')}`;
const nameOf = (item: ListItem | null) =>
  typeof item === 'string'
    ? item
    : String(item?.['title'] ?? item?.['role'] ?? item?.['level'] ?? item?.['name'] ?? item?.['email']);

describe('the changes between two versions', () => {
  it.each<[string, DossierContents, string[]]>([
    ['nothing', contents(), []],
    ['a text', contents({ motivation: 'To teach.' }), ['motivation: To learn. → To teach.']],
    ['a text that is new', contents({ exceptionalConditions: 'War' }), ['exceptionalConditions:  → War']],
    ['an item more', contents({ degrees: [laurea, master] }), ['degrees: =Laurea +Master']],
    ['an item before the others', contents({ degrees: [master, laurea] }), ['degrees: +Master =Laurea']],
    ['an item less', contents({ degrees: [] }), ['degrees: -Laurea']],
    ['another item in its place', contents({ degrees: [master] }), ['degrees: -Laurea +Master']],
    ['an item that changed in part', contents({ posts: [{ ...post, until: '2024-12-31' }] }), ['posts: ~Officer']],
    ['a level that rose', contents({ languages: [{ ...english, level: 'C1' }] }), ['languages: ~C1']],
    ['a referee', contents({ referees: [{ name: 'Ivo', email: 'ivo@hr.example' }] }), ['referees: +Ivo']],
    [
      'a file in place of another',
      contents({}, { evidence: [{ id: 'b', kind: 'degree', name: 'signed.pdf' }] }),
      ['evidence: -laurea.pdf +signed.pdf'],
    ],
    ['another institution', contents({}, { institution: 'Sorbonne' }), ['institution: Sapienza → Sorbonne']],
    [
      'two fields, in the order of the form',
      contents({ motivation: '', posts: [] }),
      ['posts: -Officer', 'motivation: To learn. → '],
    ],
    ['an own field that was not answered', contents({ answers: { visits: 3 } }), ['own.visits:  → 3']],
    ['options of an own field', contents({ answers: { tools: ['naric', 'deqar'] } }), ['own.tools: +naric +deqar']],
    [
      'the same parts in another order',
      contents({ posts: [{ until: null, from: '2019-01-01', role: 'Officer', employer: 'Sapienza' }] }),
      [],
    ],
  ])('%s', (_, later, expected) => expect(changesBetween(contents(), later).map(inShort)).toEqual(expected));

  it('show both orders of a list that was turned round', () => {
    const [change] = changesBetween(contents({ degrees: [laurea, master] }), contents({ degrees: [master, laurea] }));
    expect(change && inShort(change).split(' ').slice(1).sort()).toHaveLength(3);
  });
});

const item = fc.record({ title: fc.constantFrom('Laurea', 'Master', 'PhD'), year: fc.constantFrom(2015, 2018) });
const answer = fc.oneof(
  fc.constantFrom('yes', 'no'),
  fc.nat(3),
  fc.array(fc.constantFrom('naric', 'deqar'), { maxLength: 3 }),
  fc.array(item, { maxLength: 3 }),
);
const anyContents: fc.Arbitrary<DossierContents> = fc.record({
  institution: fc.constantFrom('Sapienza', 'Sorbonne'),
  form: fc.record({
    degrees: fc.array(item, { maxLength: 4 }),
    posts: fc.array(item, { maxLength: 4 }),
    languages: fc.constant([]),
    referees: fc.array(item, { maxLength: 2 }),
    motivation: fc.constantFrom('', 'To learn.', 'To teach.'),
    exceptionalConditions: fc.constantFrom('', 'War'),
    answers: fc.dictionary(fc.constantFrom('visits', 'tools'), answer, { noNullPrototype: true }),
  }) as unknown as fc.Arbitrary<ApplicationForm>,
  evidence: fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), kind: fc.constant('degree'), name: fc.constant('x.pdf') }),
    { selector: ({ id }) => id },
  ),
});

describe('whatever two versions say', () => {
  it('equal ones have no changes', () => {
    fc.assert(fc.property(anyContents, (one) => expect(changesBetween(one, structuredClone(one))).toEqual([])));
  });

  it('every difference is found, and nothing else', () => {
    const fields = ({ institution, form, evidence }: DossierContents): Record<string, unknown> => {
      const { answers, ...fixed } = form as ApplicationForm & { answers: Record<string, unknown> };
      return {
        institution,
        evidence,
        ...fixed,
        ...Object.fromEntries(Object.entries(answers).map(([id, one]) => [`own.${id}`, one])),
      };
    };
    fc.assert(
      fc.property(anyContents, anyContents, (one, other) => {
        const [before, after] = [fields(one), fields(other)];
        const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
          (field) => !isEqual(before[field], after[field]),
        );
        expect(
          changesBetween(one, other)
            .map(({ field }) => field)
            .sort(),
        ).toEqual(differing.sort());
      }),
    );
  });

  it('a list can be read back from its changes, before and after', () => {
    fc.assert(
      fc.property(anyContents, anyContents, (one, other) => {
        const change = changesBetween(one, other).find(({ field }) => field === 'degrees');
        if (change?.kind !== 'list') return;
        expect(change.items.flatMap(({ before }) => before ?? [])).toEqual(one.form.degrees);
        expect(change.items.flatMap(({ after }) => after ?? [])).toEqual(other.form.degrees);
      }),
    );
  });
});

function isEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other);
    return true;
  } catch {
    return false;
  }
}
