/** Types a text into the field that a selector finds, as a person would. */
export function typeInto(page: HTMLElement, selector: string, text: string): void {
  const field = page.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`No field ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event('input'));
}
