import { effect, linkedSignal, type Signal, untracked, type WritableSignal } from '@angular/core';
import { same } from '@libretto/domain/first';
import { KeptHere } from './kept-here';

/**
 * What somebody types over a stored value, without a draft on the server: this browser keeps it, also when the window is closed,
 * until the two are the same. It stays while the stored value is read again, and another name begins anew. Call it where a
 * field is initialised.
 */
export function typedHere<Value>(name: Signal<string>, stored: Signal<Value>): WritableSignal<Value> {
  const kept = new KeptHere<Value>();
  const typed = linkedSignal<{ readonly name: string; readonly stored: Value }, Value>({
    source: () => ({ name: name(), stored: stored() }),
    computation: (now, before) =>
      before?.source.name === now.name && !same(before.value, before.source.stored) ? before.value : now.stored,
  });
  /** Takes up what a closed window had typed last. */
  const takeUp = async (of: string): Promise<void> => {
    const last = (await kept.take(of)).at(-1);
    if (last !== undefined && of === name()) typed.set(last);
  };
  effect(() => {
    const of = name();
    untracked(() => void takeUp(of));
  });
  effect(() => kept.keep(name(), same(typed(), stored()) ? null : typed()));
  return typed;
}
