import { v4, v5, v7 } from 'uuid';

/** A UUIDv7: ids sort by the time at which a command made them, so lists page by them. */
export const newId = (): string => v7();

/** An id that says nothing, not even when it was made. */
export const silentId = (): string => v4();

/** The id of the one row with this name, the same in every process. */
export const idOf = (name: string): string => v5(name, v5.DNS);
