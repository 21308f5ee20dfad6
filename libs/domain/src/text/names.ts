interface Named {
  readonly givenName: string;
  /** Empty for somebody who has one name only. */
  readonly familyName: string;
}

/** A person's whole name, as it is shown, printed and signed. */
export const fullNameOf = ({ givenName, familyName }: Named): string =>
  [givenName, familyName].filter(Boolean).join(' ');

/** A person's name on a list by family names. */
export const listedNameOf = ({ givenName, familyName }: Named): string =>
  [familyName, givenName].filter(Boolean).join(', ');

/** A person's name for sorted lists: the family name first, if there is one. */
export const sortNameOf = ({ givenName, familyName }: Named): string =>
  [familyName, givenName].filter(Boolean).join(' ');
