import { linkedSignal, type Signal } from '@angular/core';

/** The last value of a resource: a list that is searched keeps its rows while the next response is under way. */
export const lastOf = <T>(resource: { readonly value: Signal<T | undefined> }): Signal<T | undefined> =>
  linkedSignal<T | undefined, T | undefined>({
    source: resource.value,
    computation: (value, before) => value ?? before?.value,
  });
