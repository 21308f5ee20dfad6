import { withoutHidden } from '@libretto/domain';

/** In the name of a file nobody needs them, and they make an ending look like another. */
const marksOfDirection = /[\u061c\u200e\u200f]/g;
const longest = 200;

/**
 * A file's name as its owner wrote it, except for what could act: it has no folder in it and nothing hidden. A name that is
 * too long loses from its middle, so that its ending stays.
 */
export function fileNameOf(given: string): string {
  const name = withoutHidden(given.normalize('NFC')).replace(marksOfDirection, '').replace(/[\\/]/g, '_').replace(/^[\s.]+|\s+$/g, '');
  const letters = [...name];
  if (letters.length <= longest) return name || 'file';
  const ending = /\.[^.\s]{1,12}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, longest - ending.length).join('').trimEnd() + ending;
}

/** The name that a browser put into the head of a part of a form: it writes these three as the form's standard says. */
export const nameInForm = (given: string): string => given.replace(/%22/g, '"').replace(/%0D|%0A/g, ' ');
