import type { HttpResourceRef } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { type EditionCard, readEdition, readEditions } from '@libretto/contracts';
import { Api } from '../../platform/api';

interface EditionChoice {
  /** For `lib-waiting`: without it a choice that could not be loaded looks like one without editions. */
  readonly newest: HttpResourceRef<unknown>;
  readonly all: Signal<readonly EditionCard[]>;
}

/**
 * The newest editions, and the one that the page's address names, even an older one. Call it where a field is
 * initialised.
 */
export function editionsToChoose(named: () => string | undefined): EditionChoice {
  const api = inject(Api);
  const newest = api.read(readEditions, () => ({ query: {} }));
  const missing = computed(() => {
    const id = named();
    return newest.value()?.items.some((one) => one.id === id) === false ? id : undefined;
  });
  const other = api.read(readEdition, () => {
    const editionId = missing();
    return editionId ? { params: { editionId } } : undefined;
  });
  return { newest, all: computed(() => [...(newest.value()?.items ?? []), other.value() ?? []].flat()) };
}
