import { newId } from '../../../platform/database/new-id';
import type { Institution } from './institution.entity';
import { asRow } from './as-row';

export function anInstitution(values: Partial<Institution> = {}): Institution {
  const id = values.id ?? newId();
  const {
    name = `University ${id}`,
    country = 'HR',
    emailDomain = `${id}.example`,
    website = null,
    rorId = null,
  } = values;
  return asRow({ name, country, website, emailDomain, rorId }, { state: 'confirmed', ...values, id });
}
