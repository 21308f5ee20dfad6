import type { Locator } from 'playwright-core';
import type { FileToChoose } from '../harness';

/** Chooses a file as a person does: presses the button and answers the dialog. */
export async function choose(within: Locator, label: string, file: FileToChoose, words = 'Choose file'): Promise<void> {
  const dialog = within.page().waitForEvent('filechooser');
  await within.getByRole('button', { name: new RegExp(`^${words}\\s?: ${label}$`) }).click();
  await (await dialog).setFiles(file);
}
