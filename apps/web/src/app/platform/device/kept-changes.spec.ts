import { keepChange, takeKeptChanges } from './kept-changes';
import { dropKey, forgetKeptChanges, holdKey } from './kept-key';

const [anas, bens] = ['a1'.repeat(32), 'b2'.repeat(32)];
const typed = { base: null, screen: 'Half a sentence — ½' };
const place = ['ana', 'form/1', 'w'] as const;
const held = () =>
  Object.entries({ ...localStorage })
    .flat()
    .join(' ');

describe('what was typed and has not arrived', () => {
  beforeEach(() => {
    localStorage.clear();
    dropKey();
  });

  it('is sealed in the browser, and there for the same person after their session has ended', async () => {
    holdKey('ana', anas);
    keepChange(place, typed);
    expect(localStorage).toHaveLength(1);
    expect(held()).not.toContain('sentence');
    dropKey();
    holdKey('ana', anas);
    expect(await takeKeptChanges('ana', 'form/1')).toEqual([typed]);
    expect(localStorage).toHaveLength(0);
  });

  it('opens for nobody else, neither as theirs nor in another place', async () => {
    holdKey('ana', anas);
    keepChange(place, typed);
    const [name = ''] = Object.keys(localStorage);
    const sealed = localStorage.getItem(name) ?? '';
    holdKey('ben', bens);
    localStorage.setItem(name.replace('ana', 'ben'), sealed);
    expect(await takeKeptChanges('ben', 'form/1')).toEqual([]);
    holdKey('ana', anas);
    localStorage.setItem(name.replace('1', '2'), sealed);
    expect(await takeKeptChanges('ana', 'form/2')).toEqual([]);
    expect(await takeKeptChanges('ana', 'form/1')).toEqual([typed]);
  });

  it('waits with what was kept until the server has said who this is', async () => {
    holdKey('ana', anas);
    keepChange(place, typed);
    dropKey();
    let taken: unknown;
    const asked = takeKeptChanges('ana', 'form/1').then((found) => (taken = found));
    holdKey('ben', bens);
    await Promise.resolve();
    expect(taken).toBeUndefined();
    holdKey('ana', anas);
    await asked;
    expect(taken).toEqual([typed]);
  });

  it('is on no disk before there is a key, and sealed as soon as there is: the last of it', async () => {
    keepChange(place, { base: null, screen: 'Half' });
    keepChange(place, typed);
    expect(localStorage).toHaveLength(0);
    holdKey('ana', anas);
    await new Promise((resolve) => setTimeout(resolve));
    expect(localStorage).toHaveLength(1);
    expect(await takeKeptChanges('ana', 'form/1')).toEqual([typed]);
  });

  it('is forgotten at a sign-out, with the key', async () => {
    holdKey('ana', anas);
    keepChange(place, typed);
    forgetKeptChanges();
    expect(localStorage).toHaveLength(0);
    keepChange(place, typed);
    expect(localStorage).toHaveLength(0);
  });
});
