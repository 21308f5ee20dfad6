import { findings } from '@libretto/domain';
import { isTyping, keyFor, meaningOf, turned } from './dossier-keys';

describe('the keys of a dossier', () => {
  it.each([
    ['1', 0, { does: 'find', question: 0, finding: 'met' }],
    ['5', 0, { does: 'find', question: 1, finding: 'not-met' }],
    ['9', 0, { does: 'find', question: 2, finding: 'not-evidenced' }],
    ['1', 3, { does: 'find', question: 3, finding: 'met' }],
    ['0', 0, { does: 'turn' }],
    ['j', 0, { does: 'next' }],
    ['k', 0, { does: 'previous' }],
    ['x', 0, null],
    ['Enter', 0, null],
  ])('%s', (key, firstKeyed, meaning) => expect(meaningOf(key, firstKeyed)).toEqual(meaning));

  it('are the ones that are shown', () => {
    for (const firstKeyed of [0, 3])
      for (const question of [0, 1, 2, 3, 4, 5])
        for (const finding of findings) {
          const key = keyFor(question, finding, firstKeyed);
          if (key) expect(meaningOf(key, firstKeyed)).toEqual({ does: 'find', question, finding });
        }
    expect(keyFor(3, 'met', 0)).toBeNull();
  });

  it('turn round', () => expect([turned(0, 5), turned(3, 5), turned(0, 3)]).toEqual([3, 0, 0]));

  it('leave whoever types alone', () => {
    const element = (html: string) => {
      document.body.innerHTML = html;
      return document.body.firstElementChild;
    };
    expect(isTyping(element('<textarea></textarea>'))).toBe(true);
    expect(isTyping(element('<input type="text">'))).toBe(true);
    expect(isTyping(element('<input type="radio">'))).toBe(false);
    expect(isTyping(element('<button></button>'))).toBe(false);
  });
});
