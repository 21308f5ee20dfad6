import { v7 } from 'uuid';

/** A UUIDv7: ids sort by the time at which a command made them, so lists page by them. */
export const newId = (): string => v7();
