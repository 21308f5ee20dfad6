import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { Root } from './app/shell/root';
import { takeThePlaceOfServed, whenItsPageStands } from './served';

bootstrapApplication(Root, appConfig)
  .then(whenItsPageStands)
  .then(() => takeThePlaceOfServed(document))
  .catch((error: unknown) => console.error(error));
