import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { holdKey } from '../device/kept-key';
import { SignedIn } from '../people';
import { KeptHere } from './kept-here';

function typing() {
  holdKey('ana', 'a1'.repeat(32));
  const me = signal<{ accountId: string } | null>({ accountId: 'ana' });
  TestBed.configureTestingModule({ providers: [{ provide: SignedIn, useValue: { me } }] });
  return { me, kept: TestBed.runInInjectionContext(() => new KeptHere<string>()) };
}

describe('something typed that this browser keeps', () => {
  beforeEach(() => localStorage.clear());

  it('is kept until it is dropped', () => {
    const { kept } = typing();
    kept.keep('text', 'mine');
    expect(localStorage).toHaveLength(1);
    kept.keep('text', null);
    expect(localStorage).toHaveLength(0);
  });

  it.each([['nobody', null] as const, ['somebody else', { accountId: 'bo' }] as const])(
    'is not kept any more once another window has signed in %s',
    (_, other) => {
      const { me, kept } = typing();
      me.set(other);
      kept.keep('text', 'mine');
      expect(localStorage).toHaveLength(0);
    },
  );
});
