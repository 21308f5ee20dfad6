import { signal } from '@angular/core';
import { type FieldTree, maxLength, required } from '@angular/forms/signals';
import { formToSend } from './form-to-send';

/** A form that asks for a reason of `most` characters and nothing else, and what sends it. */
export function formForReason(
  most: number,
  send: (body: { reason: string }) => Promise<unknown>,
): FieldTree<{ reason: string }> {
  const model = signal({ reason: '' });
  return formToSend(
    model,
    (path) => {
      required(path.reason);
      maxLength(path.reason, most);
    },
    () => send(model()),
  );
}
