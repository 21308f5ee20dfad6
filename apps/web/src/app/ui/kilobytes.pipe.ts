import { Pipe, type PipeTransform } from '@angular/core';

/**
 * `{{ file.bytes | kilobytes }}`: the size of a file in whole kilobytes, at least one. The sentence formats the number.
 */
@Pipe({ name: 'kilobytes' })
export class KilobytesPipe implements PipeTransform {
  transform(bytes: number | null): number {
    return Math.max(1, Math.round((bytes ?? 0) / 1024));
  }
}
