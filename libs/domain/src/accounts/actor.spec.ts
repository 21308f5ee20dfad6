import { type Actor, anyOf, inEdition, inOrganisation, signedIn } from './actor';

const tutor: Actor = { accountId: 't', organisation: [], editions: [{ editionId: 'rome', role: 'tutor' }] };
const coordinator: Actor = { accountId: 'c', organisation: ['coordinator'], editions: [] };

describe('policies', () => {
  it.each([
    ['a tutor in the own edition', tutor, 'rome', true],
    ['a tutor in another edition', tutor, 'paris', false],
    ['a tutor where no edition is named', tutor, undefined, false],
    ['a coordinator without a role in the edition', coordinator, 'rome', false],
    ['a visitor', null, 'rome', false],
  ])('ask for a role in the edition: %s', (_, actor, editionId, allowed) => {
    expect(inEdition('tutor', 'chair')(actor, { editionId })).toBe(allowed);
  });

  it('can be met one or the other way', () => {
    const policy = anyOf(inOrganisation('coordinator'), inEdition('tutor'));
    expect([coordinator, tutor, null].map((actor) => policy(actor, { editionId: 'rome' }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('tell a visitor from a person', () => {
    expect([signedIn(null, {}), signedIn(tutor, {})]).toEqual([false, true]);
  });
});
