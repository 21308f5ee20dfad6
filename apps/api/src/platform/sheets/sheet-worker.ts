/** Writes tables in a process of its own: ten thousand rows keep it busy for seconds. Node runs this file unbundled. */
import { within } from '../workers/guard.ts';
import { asCsv, asXlsx, type Sheet } from './sheet.ts';

/** Seconds of CPU time. Ten thousand rows take two. */
const most = 120;

export const csv = (sheet: Sheet) => within(most, () => asCsv(sheet));

export const xlsx = (sheet: Sheet) => within(most, () => asXlsx(sheet));
