import { Pipe, type PipeTransform } from '@angular/core';
import { fullNameOf, listedNameOf } from '@libretto/domain';

type Named = Parameters<typeof fullNameOf>[0];

/** `{{ person | fullName }}`: Ana Kovač; and Suharto, who has one name only. */
@Pipe({ name: 'fullName' })
export class FullNamePipe implements PipeTransform {
  transform(person: Named | null | undefined): string {
    return person ? fullNameOf(person) : '';
  }
}

/** `{{ person | listedName }}`, in lists by family names: Kovač, Ana; and Suharto. */
@Pipe({ name: 'listedName' })
export class ListedNamePipe implements PipeTransform {
  transform(person: Named): string {
    return listedNameOf(person);
  }
}
