import { Pipe, type PipeTransform } from '@angular/core';

/** `{{ file.bytes | kilobytes }}`: the size of a file in whole kilobytes, of the smallest one too. The sentence says how to write the number. */
@Pipe({ name: 'kilobytes' })
export class KilobytesPipe implements PipeTransform {
  transform(bytes: number | null): number {
    return Math.max(1, Math.round((bytes ?? 0) / 1024));
  }
}
