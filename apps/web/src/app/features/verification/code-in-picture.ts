/** A photo from a phone has more pixels than a code needs. */
const mostPixels = 2000;

/**
 * The text of the QR code in a picture, such as a photo of a certificate; nothing if none is found or the browser can't
 * open the picture.
 */
export async function codeInPicture(picture: Blob): Promise<string | undefined> {
  try {
    const { decodeQR } = await import('qr/decode.js');
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((length) => Math.max(1, Math.round(length * scale)));
    const context = new OffscreenCanvas(width!, height!).getContext('2d')!;
    // What is transparent would be black.
    context.fillStyle = 'white';
    context.fillRect(0, 0, width!, height!);
    context.drawImage(bitmap, 0, 0, width!, height!);
    bitmap.close();
    return decodeQR(context.getImageData(0, 0, width!, height!), { effort: Number.POSITIVE_INFINITY, timeLimit: 3000 });
  } catch {
    return undefined;
  }
}
