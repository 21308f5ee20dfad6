/**
 * Puts the application in place of what the server had sent to be read until then, once its first page stands. Whoever was on
 * a link of the one is on the same link of the other.
 */
export function takeThePlaceOfServed(document: Document): void {
  const served = document.getElementById('served');
  const at = served?.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  served?.remove();
  if (at) document.querySelector<HTMLElement>(`lib-root a[href="${CSS.escape(at)}"]`)?.focus();
}
