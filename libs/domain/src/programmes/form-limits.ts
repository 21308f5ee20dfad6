type WithMost = { readonly max?: number | undefined };

/** The most characters of a text. */
export const longestText = ({ long, max }: WithMost & { readonly long?: boolean | undefined }): number =>
  max ?? (long ? 2000 : 200);
/** The most files of a field. */
export const mostFiles = ({ max = 1 }: WithMost): number => max;
/** The most rows of a group. */
export const mostRows = ({ max = 10 }: WithMost): number => max;
