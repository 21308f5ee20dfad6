import type { Route } from '@angular/router';
import type { SentenceKey } from '@libretto/language';

/** Routes whose windows have a title that the language files know. */
export type Pages = (Route & { title?: SentenceKey; children?: Pages })[];
