import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { Actor } from '@libretto/domain';

/** A part of an address, the parts around it, and the ids of all their parents. */
export type Place = Readonly<Record<string, string>>;

/** Answers whether a part of an address exists, if no row has that id or if some people must not learn of it. */
export interface AnswersForPart {
  isThere(place: Place, actor: Actor): Promise<boolean>;
}

export const ANSWERS_FOR = 'answers-for';

/** Answers whether a part of an address exists, where no row has that id or where some people must not learn of it. */
export const AnswersFor = (param: string) => applyDecorators(Injectable(), SetMetadata(ANSWERS_FOR, param));

/** Parts of addresses that are no ids: their values are known to everybody, or their routes are open to everybody. */
export const partsThatNameNothing: Readonly<Record<string, string>> = {
  format: 'a kind of file, from a fixed list',
  form: 'one of the forms of a document',
  language: 'the code of a language',
  role: 'one of the roles',
  number: 'a count within what the address names before it',
  slug: 'the public name of a programme',
  publicId: 'the public name of an award',
  sharedId: 'the secret of a link that the holder of a credential gives away',
  fileName: 'a file in the mailbox of a demo, which everybody reads',
};
