import { computed, inject, linkedSignal, signal } from '@angular/core';
import { beginUpload, continueUpload, dropUpload, type ProjectWorkView, type WorkVersion } from '@libretto/contracts';
import { addressOf } from '@libretto/contracts/first';
import { Api } from '../../../platform/api';
import { ResumableUpload, type UploadState } from '../../../ui/resumable-upload';

/** A file that may be in the next version. */
export interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: UploadState | 'kept' | 'stopped';
  readonly percent: number;
  /** By which it is handed in, once all of it is there. */
  readonly id: string | null;
  readonly refused: unknown;
  readonly until: string | null;
}

type Asked = () => {
  readonly editionId: string;
  readonly view: Pick<ProjectWorkView, 'briefId' | 'uploads' | 'parts'>;
  /** The version before, whose files may stay. */
  readonly before: WorkVersion | undefined;
};

/**
 * The files that somebody chooses for a version: those of the version before, where several are asked for, those that came in
 * already, and those on their way. `changed` is called when the api knows of another one. Call it where a field is initialised.
 */
export class ChosenFiles {
  private readonly api = inject(Api);
  private readonly running = signal<readonly ResumableUpload[]>([]);
  /** They stay chosen, or not, while the same version is being made. */
  private readonly kept = linkedSignal<string, WorkVersion['files']>({
    source: () => `${this.asked().view.briefId} ${this.asked().before?.id}`,
    computation: () => {
      const { view, before } = this.asked();
      const { files, links, text } = view.parts;
      return files.most > 1 || links.most || text ? (before?.files ?? []) : [];
    },
  });

  constructor(
    private readonly asked: Asked,
    private readonly changed: () => void,
  ) {}

  readonly all = computed((): readonly ChosenFile[] => {
    const running = this.running();
    const ids = new Set(running.map((one) => one.id()));
    const uploads = this.asked().view.uploads.filter(({ id }) => !ids.has(id));
    return [
      ...this.kept().map(({ id, name, bytes }) => ({ ...still, key: id, id, name, bytes, state: 'kept' as const })),
      ...uploads.map(({ id, name, bytes, isComplete, arrived, until }) => ({
        ...{ ...still, key: id, name, bytes, until },
        state: isComplete ? ('arrived' as const) : ('stopped' as const),
        percent: Math.floor((arrived / bytes) * 100),
        id: isComplete ? id : null,
      })),
      ...running.map((one) => ({
        ...{ ...still, key: one.key, name: one.file.name, bytes: one.file.size },
        ...{ state: one.state(), percent: one.percent(), refused: one.refused() },
        id: one.state() === 'arrived' ? (one.id() ?? null) : null,
      })),
    ];
  });

  /** A file that broke off goes on; where one file is asked for, another one takes its place. */
  add(file: File): void {
    const { editionId, view } = this.asked();
    const params = { editionId };
    const known = view.uploads.find(
      ({ name, bytes, lastModified, isComplete }) =>
        !isComplete && name === file.name && bytes === file.size && lastModified === file.lastModified,
    );
    if (view.parts.files.most === 1) for (const one of this.all()) if (one.key !== known?.id) void this.remove(one);
    const address = {
      begin: addressOf(beginUpload, { params, query: { brief: view.briefId } }),
      known: known && addressOf(continueUpload, { params: { ...params, uploadId: known.id } }),
    };
    this.running.update((all) => [
      ...all.filter(({ state }) => state() !== 'refused'),
      new ResumableUpload(file, address, this.changed),
    ]);
  }

  async remove({ key, state }: ChosenFile): Promise<void> {
    if (state === 'kept') return this.kept.update((all) => all.filter(({ id }) => id !== key));
    const running = this.running().find((one) => one.key === key);
    const uploadId = running ? running.id() : key;
    running?.stop();
    this.running.update((all) => all.filter((one) => one !== running));
    if (uploadId && state !== 'refused')
      await this.api
        .send(dropUpload, { params: { editionId: this.asked().editionId, uploadId } })
        .catch(() => undefined);
    this.changed();
  }

  /** After they were handed in. */
  clear(): void {
    this.running.set([]);
  }

  /** Before the page goes: what has come so far stays, and can go on. */
  stop(): void {
    for (const one of this.running()) one.stop();
  }
}

const still = { percent: 100, refused: undefined, until: null, id: null };
