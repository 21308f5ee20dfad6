import { fullNameOf, listedNameOf, sortNameOf } from './names';

it.each([
  [{ givenName: 'Ana', familyName: 'Kovač' }, 'Ana Kovač', 'Kovač, Ana', 'Kovač Ana'],
  [{ givenName: 'Suharto', familyName: '' }, 'Suharto', 'Suharto', 'Suharto'],
  [{ givenName: 'محمد', familyName: 'الفاروقي' }, 'محمد الفاروقي', 'الفاروقي, محمد', 'الفاروقي محمد'],
])('a person is called by the names they have: %j', (person, full, listed, sorted) => {
  expect([fullNameOf(person), listedNameOf(person), sortNameOf(person)]).toEqual([full, listed, sorted]);
});
