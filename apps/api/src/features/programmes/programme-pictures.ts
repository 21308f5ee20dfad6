import { createHash } from 'node:crypto';
import type { ProgrammeDefinition } from '@libretto/contracts';
import { hashIn, pictureOfHash, pictureOfPng, pngOf, refuse } from '@libretto/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import type { Tx } from '../../platform/database/transaction';
import { Refused } from '../../platform/refusals/refused';
import { ProgrammePicture } from './programme-picture.entity';

type Pictures = NonNullable<ProgrammeDefinition['pictures']>;

/** The pictures of published programmes: a version names each by its hash, so that it stays small. */
@Injectable()
export class ProgrammePictures {
  constructor(private readonly database: Database) {}

  /** The PNGs as base64, by the names of the pictures. Refusal: programmes.unknown-picture. */
  async pngsOf(pictures: Pictures | undefined): Promise<Record<string, string>> {
    const kept = Object.values(pictures ?? {}).filter((picture) => pngOf(picture) === null);
    const rows = kept.length ? await this.database.read.findBy(ProgrammePicture, { hash: In(kept.map(hashIn)) }) : [];
    return pngsWith(pictures, new Map(rows.map(({ hash, png }) => [hash, Buffer.from(png)])));
  }

  /** The definition as an author writes it, with its pictures in it. */
  async withPictures(definition: ProgrammeDefinition): Promise<ProgrammeDefinition> {
    if (!definition.pictures) return definition;
    const pngs = await this.pngsOf(definition.pictures);
    return {
      ...definition,
      pictures: Object.fromEntries(Object.entries(pngs).map(([name, png]) => [name, pictureOfPng(png)])),
    };
  }
}

/** The same of pictures that are in the file itself, or among these. Refusal: programmes.unknown-picture. */
export function pngsWith(
  pictures: Pictures | undefined,
  kept: ReadonlyMap<string, Buffer> = new Map(),
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pictures ?? {}).map(([name, picture]) => {
      const png = pngOf(picture) ?? kept.get(hashIn(picture))?.toString('base64');
      if (!png) throw new Refused(refuse('programmes.unknown-picture', { picture: name }));
      return [name, png];
    }),
  );
}

/** Keeps the pictures that are in a definition, and names each by its hash. Refusal: programmes.unknown-picture. */
export async function keepPictures(tx: Tx, definition: ProgrammeDefinition): Promise<ProgrammeDefinition> {
  if (!definition.pictures) return definition;
  const named: [string, string][] = [];
  for (const [name, picture] of Object.entries(definition.pictures)) {
    const base64 = pngOf(picture);
    const png = base64 === null ? null : Buffer.from(base64, 'base64');
    const hash = png ? createHash('sha256').update(png).digest('hex') : hashIn(picture);
    if (png) await tx.insertMissing(ProgrammePicture, [{ id: newId(), hash, png }]);
    else if (!(await tx.manager.existsBy(ProgrammePicture, { hash })))
      throw new Refused(refuse('programmes.unknown-picture', { picture: name }));
    named.push([name, pictureOfHash(hash)]);
  }
  return { ...definition, pictures: Object.fromEntries(named) };
}
