import type { Me } from '@libretto/contracts';
import { hatsOf } from './hats';

const nobody = { organisation: [], editions: [] } as unknown as Me;
const held = (...roles: [string, string][]): Me =>
  ({ ...nobody, editions: roles.map(([editionId, role]) => ({ editionId, role })) }) as Me;

describe('what a person is here', () => {
  it.each<[string, Me, string[]]>([
    ['somebody without any role applies', nobody, ['/applications']],
    ['a participant has a booklet', held(['e1', 'participant']), ['/booklet']],
    ['a chair has the desk and the rulings', held(['e1', 'chair']), ['/editions/e1/desk', '/editions/e1/rulings']],
    ['a chair who is listed as a member too has one desk', held(['e1', 'member'], ['e1', 'chair']), ['/editions/e1/desk', '/editions/e1/rulings']],
    ['a tutor who takes part elsewhere wears two hats', held(['e1', 'tutor'], ['e2', 'participant']), ['/editions/e1/today', '/booklet']],
    ['the coordinator watches the editions', { ...nobody, organisation: ['coordinator'] } as Me, ['/editions']],
    ['the registrar watches the awards', { ...nobody, organisation: ['registrar'] } as Me, ['/awards']],
  ])('%s', (_, me, paths) => {
    expect(hatsOf(me).map(({ path }) => path)).toEqual(paths);
  });
});
