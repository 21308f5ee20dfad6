import { Database } from '../../../platform/database/database';
import { AnswersFor, type AnswersForPart, type Place } from '../../../platform/http/answers-for';
import { PagePicture } from './page-picture.entity';

/** The pictures that a page's addresses can name: by the id of a file, but only those that were added to that page. */
@AnswersFor('pictureId')
export class PicturesOfPage implements AnswersForPart {
  constructor(private readonly database: Database) {}

  isThere({ materialId = '', pictureId = '' }: Place): Promise<boolean> {
    return this.database.read.existsBy(PagePicture, { materialId, fileId: pictureId });
  }
}
