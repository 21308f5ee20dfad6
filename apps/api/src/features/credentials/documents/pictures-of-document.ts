/** What the template calls a picture. */
export const fileOfPicture = (name: string): string => `${name}.png`;

/** The pictures of a document as files, from the PNG of each as base64. */
export const picturesOfDocument = (pngs: Readonly<Record<string, string>>) =>
  Object.entries(pngs).map(([name, png]) => ({ name: fileOfPicture(name), bytes: Buffer.from(png, 'base64') }));
