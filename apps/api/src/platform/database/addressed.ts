import type { EntityTarget, ObjectLiteral } from 'typeorm';

export interface AddressedEntity {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** The column of the parent's id; it has the name that addresses use for that id. */
  readonly liesBy: string | undefined;
}

const entities = new Map<string, AddressedEntity>();

/**
 * Names the part of addresses that carries an entity's id, and the column of its parent in the address:
 * `@Addressed('evidenceId', 'applicationId')`. No request is let in with an id that does not exist, or that does not
 * belong to the parent in its address.
 */
export const Addressed =
  (param: string, liesBy?: string): ClassDecorator =>
  (entity) => {
    entities.set(param, { entity: entity as unknown as EntityTarget<ObjectLiteral>, liesBy });
  };

/** The entity whose ids have this name in addresses. */
export const entityNamed = (param: string): AddressedEntity | undefined => entities.get(param);

/** The entities by their names in addresses. */
export const addressedNames = (): ReadonlyMap<string, AddressedEntity> => entities;
