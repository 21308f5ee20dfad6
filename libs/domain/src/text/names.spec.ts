import { fullNameOf, sortNameOf } from './names';

it.each([
  [{ givenName: 'Ana', familyName: 'Kovač' }, 'Ana Kovač', 'Kovač Ana'],
  [{ givenName: 'Suharto', familyName: '' }, 'Suharto', 'Suharto'],
  [{ givenName: 'محمد', familyName: 'الفاروقي' }, 'محمد الفاروقي', 'الفاروقي محمد'],
])('a person is called by the names they have: %j', (person, full, sorted) => {
  expect([fullNameOf(person), sortNameOf(person)]).toEqual([full, sorted]);
});
