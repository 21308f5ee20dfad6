import { linkedSignal, type Signal } from '@angular/core';

/** What a resource said last: a list that is searched stays where it is while the next answer is under way. */
export const lastOf = <T>(resource: { readonly value: Signal<T | undefined> }): Signal<T | undefined> =>
  linkedSignal<T | undefined, T | undefined>({
    source: resource.value,
    computation: (value, before) => value ?? before?.value,
  });
