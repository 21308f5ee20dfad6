import { isPictureText, mostPictures } from '@libretto/domain';
import * as z from 'zod/mini';
import { key } from './programme-texts';

/** A PNG as a data address; in a published version the hash of one that is kept. */
const picture = z.string().check(z.refine(isPictureText, { error: 'picture' }));

export const pictures = z
  .record(key, picture)
  .check(z.refine((all) => Object.keys(all).length <= mostPictures, { error: 'pictures' }));
