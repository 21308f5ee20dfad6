/** The code that a mail brings in its link. */
export const codeIn = (mail: string | undefined): string =>
  /code=3?D?([\w-]{43})/.exec((mail ?? '').replace(/=\r?\n/g, ''))?.[1] ?? '';
