import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { compiledAt, readCompiled, sayCompiled, type CompiledSentences, type Say } from '@libretto/language';
import { firstValueFrom } from 'rxjs';

/** A language of this installation: its own name, and the files of its sentences. */
interface Language {
  readonly name: string;
  /** What the frame says, and the pages on which most visitors arrive. */
  readonly first: string;
  readonly rest: string;
}

/** A file of sentences did not come: there is no connection, or a newer version of the product has other files. */
export class NotFetched extends Error {}

/** The sentences that have arrived. The page itself names their files, which never change under a name. */
@Injectable({ providedIn: 'root' })
export class FetchedSentences {
  private readonly http = inject(HttpClient);
  private readonly languages = JSON.parse(
    inject(DOCUMENT).getElementById('languages')?.textContent ?? '{}',
  ) as Readonly<Record<string, Language>>;
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly parts = new Map<string, CompiledSentences[]>();
  private readonly says = new Map<string, Say>();

  readonly all = Object.entries(this.languages).map(([code, { name }]) => ({ code, name }));

  /** Fetches a part of a language, once; after a failure the next attempt asks again. */
  fetch(code: string, part: 'first' | 'rest'): Promise<void> {
    const file = this.languages[code]?.[part] ?? '';
    const fetched = this.underWay.get(file) ?? this.read(code, file);
    this.underWay.set(file, fetched);
    return fetched;
  }

  private async read(code: string, file: string): Promise<void> {
    try {
      const json = await firstValueFrom(this.http.get(file, { responseType: 'text' }));
      this.parts.set(code, [...(this.parts.get(code) ?? []), readCompiled(json)]);
    } catch (cause) {
      this.underWay.delete(file);
      throw new NotFetched(file, { cause });
    }
  }

  /** Says what has arrived of a language. */
  in(code: string): Say {
    const say = this.says.get(code) ?? sayCompiled(code, (key) => compiledAt(this.parts.get(code) ?? [], key));
    this.says.set(code, say);
    return say;
  }
}
