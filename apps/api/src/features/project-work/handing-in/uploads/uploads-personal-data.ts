import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database';
import { rowsOf } from '../../../../platform/database/read-together';
import { nameToSave } from '../../../../platform/files/file-name';
import { ArrivingFile } from '../../../../platform/files/resumable/arriving-file.entity';
import { inPlace } from './place-of-uploads';

/** The personal data in uploads that were not handed in yet, for whoever began them. */
@Injectable()
export class UploadsPersonalData {
  constructor(private readonly database: Database) {}

  /** One statement. */
  async about(accountId: string) {
    const uploads = await this.database.rows(
      rowsOf(ArrivingFile, 'WHERE it.accountId = :accountId', { accountId }, { by: ['id'] }),
    );
    return {
      uploads: uploads.map(({ place, name, bytes, startedAt, expiresAt, type }) => ({
        ...inPlace(place),
        ...{ name, bytes, startedAt, expiresAt },
        isComplete: type !== null,
      })),
      files: uploads.flatMap(({ id, name, type }) =>
        type === null ? [] : [{ id, path: `uploads/${nameToSave({ name, type })}` }],
      ),
    };
  }
}
