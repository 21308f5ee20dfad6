import { Pipe, type PipeTransform } from '@angular/core';
import { keyOfRefusal, type RefusalCode } from '@libretto/domain';
import { injectSay } from '../platform/language';

/** Why something is refused, in words: `{{ why | refusal }}`. */
@Pipe({ name: 'refusal', pure: false })
export class RefusalPipe implements PipeTransform {
  private readonly say = injectSay();

  transform({ code, numbers }: { code: string; numbers: Readonly<Record<string, string | number>> }): string {
    // A reply names no code but those of the rules.
    return this.say(keyOfRefusal(code as RefusalCode), numbers);
  }
}
