import type { Provider } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS, type MatFormFieldDefaultOptions } from '@angular/material/form-field';

const options: MatFormFieldDefaultOptions = { appearance: 'outline', subscriptSizing: 'dynamic' };

/** The look of every `mat-form-field`. */
export const outlinedFields: Provider = { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: options };
