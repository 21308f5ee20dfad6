import { mostListed, peopleOfTable, roleCalled } from './people-list';

describe('a list of people', () => {
  it('is read by its headings, in any order and either language', () => {
    const person = { email: 'ana@x.example', givenName: 'Ana', familyName: 'Kovač', role: 'Tutor' };
    expect(
      peopleOfTable([
        ['Role', 'Family name', 'E-mail', 'Given name'],
        ['Tutor', 'Kovač', ' ana@x.example ', 'Ana'],
      ]),
    ).toEqual({ people: [person] });
    expect(
      peopleOfTable([
        ['COGNOME', 'Nome', 'Note', 'Indirizzo e-mail', 'Ruolo'],
        ['', '', '', '', ''],
        ['Kovač', 'Ana', 'x', 'ana@x.example', 'Tutor'],
      ]),
    ).toEqual({ people: [person] });
  });

  it('may have an address and nothing else, and rows that end early', () => {
    expect(peopleOfTable([['e_mail', 'role'], ['ana@x.example']])).toEqual({
      people: [{ email: 'ana@x.example', givenName: '', familyName: '', role: '' }],
    });
  });

  it.each([
    ['without rows', [['email']], 'empty'],
    ['without anything', [], 'empty'],
    ['without a column of addresses', [['name'], ['Ana']], 'no-address-column'],
    ['with too many rows', [['email'], ...Array.from({ length: mostListed + 1 }, () => ['a@x.example'])], 'too-long'],
  ])('%s is none', (_, table, fault) => expect(peopleOfTable(table)).toEqual({ fault }));

  it.each([
    ['Tutor', 'tutor'],
    ['member of the Commission', 'member'],
    ['Presidente', 'chair'],
    ['vice-chair', 'deputy'],
    ['Commission chair', 'chair'],
    ['Membro della commissione', 'member'],
    ['Responsabile dei titoli', 'registrar'],
    ['REGISTRAR', 'registrar'],
    ['participant', null],
    ['', null],
  ])('says %s for the role %s', (words, role) => expect(roleCalled(words)).toBe(role));
});
