import { newId } from '../../../platform/database/new-id';
import type { Material } from './material.entity';

/** A link of module 1. Name its edition and its author. */
export function aMaterial(values: Partial<Material> & Pick<Material, 'editionId' | 'addedBy'>): Material {
  return {
    id: newId(),
    moduleNumber: 1,
    kind: 'link',
    title: 'The Lisbon Recognition Convention',
    position: 1,
    minutes: 0,
    isRequired: false,
    opensOn: null,
    opensAfterId: null,
    fileId: null,
    url: 'https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=165',
    version: null,
    addedAt: new Date('2026-11-02T09:00:00Z'),
    removedAt: null,
    ...values,
  };
}
