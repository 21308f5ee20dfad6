import type { SubmittedFileView, WorkVersion } from '@libretto/contracts';
import { type Layout, layoutOf } from '@libretto/domain/annotations';

/** The part of a version that is shown: one of its files, or the text that was typed into its form. */
export interface ShownPart {
  /** As it stands in the address of the page. */
  readonly id: string;
  readonly file: SubmittedFileView | undefined;
  readonly layout: Layout | null;
}

/** The part that is wanted, or the first one. */
export function partOf(version: WorkVersion | undefined, wanted: string | undefined): ShownPart | undefined {
  if (!version) return undefined;
  const file =
    version.files.find(({ id }) => id === wanted) ?? (wanted === 'text' && version.text ? undefined : version.files[0]);
  if (file) return { id: file.id, file, layout: layoutOf(file.shown ?? file.type) };
  return version.text ? { id: 'text', file: undefined, layout: 'words' } : undefined;
}

/** The address of a part, for its annotations. */
export const addressOf = (
  part: ShownPart,
  at: { readonly editionId: string; readonly submissionId: string },
): { readonly editionId: string; readonly submissionId: string; readonly submittedFileId?: string } =>
  part.file ? { ...at, submittedFileId: part.file.id } : at;
