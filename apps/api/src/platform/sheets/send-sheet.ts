import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply } from 'fastify';

export type SheetFormat = 'csv' | 'xlsx';

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with a table for people's spreadsheets, under a name that may be anybody's. */
export function sendSheet(reply: FastifyReply, name: string, format: SheetFormat, content: Buffer): void {
  void reply
    .header('content-disposition', dispositionOf(`${name}.${format}`, { type: 'attachment' }))
    .header('cache-control', 'private, no-store')
    .type(sheetTypes[format])
    .send(content);
}
