import { newId } from '../../platform/database/new-id';
import type { Institution } from './institution.entity';

export function anInstitution(values: Partial<Institution> = {}): Institution {
  const id = values.id ?? newId();
  return { id, name: `University ${id}`, country: 'HR', emailDomain: `${id}.example`, ...values };
}
