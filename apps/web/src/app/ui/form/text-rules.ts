import { maxLength, required, type SchemaPath, validate } from '@angular/forms/signals';
import { isAddress, tidyAddress } from '@libretto/contracts';
import { showsAsItIs, tidyLine } from '@libretto/domain';

/** An e-mail address by the domain's own rule, where one is asked for: the browser's knows no international ones. */
export function address(path: SchemaPath<string>, asked = () => true): void {
  validate(path, ({ value }) =>
    !asked() || value() === '' || isAddress(tidyAddress(value())) ? undefined : { kind: 'email' },
  );
}

/** The names of a person: the family name may be empty for somebody who has one name only. */
export function names(path: { givenName: SchemaPath<string>; familyName: SchemaPath<string> }): void {
  required(path.givenName);
  for (const name of [path.givenName, path.familyName]) {
    maxLength(name, 100);
    validate(name, ({ value }) => (showsAsItIs(tidyLine(value())) ? undefined : { kind: 'hidden' }));
  }
}
