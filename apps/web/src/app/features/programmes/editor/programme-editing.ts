import { computed, Injectable, signal } from '@angular/core';
import type { checkProgramme, ReplyOf } from '@libretto/contracts';
import { type Path, spelledPath, usualDocumentLanguages } from '@libretto/domain';
import { ProgrammeText } from './programme-text';

type FileFault = ReplyOf<typeof checkProgramme>['faults'][number];

/** The file that one page edits, and what the last check said of it. */
@Injectable()
export class ProgrammeEditing {
  readonly file = new ProgrammeText();
  readonly faults = signal<readonly FileFault[]>([]);

  /** The languages in which each text has a field: those of the title and of the documents. */
  readonly languages = computed(() => {
    const inTitle = Object.keys((this.file.at(['title']) as object | undefined) ?? {});
    const ofDocuments = this.file.at(['certificate', 'languages']);
    return [
      ...new Set([...usualDocumentLanguages, ...inTitle, ...(Array.isArray(ofDocuments) ? ofDocuments : [])]),
    ] as string[];
  });
  readonly pictures = computed(() => Object.keys((this.file.at(['pictures']) as object | undefined) ?? {}));

  faultsAt(path: Path): readonly FileFault[] {
    const spelled = spelledPath(path);
    return this.faults().filter((fault) => fault.path === spelled);
  }
}
