export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** The point that a text means, as maps write it: `41.9098, 12.5153`; `null` if it means none. */
export function coordinatesOf(text: string): Coordinates | null {
  const [, latitude = '', longitude = ''] =
    /^(-?\d{1,2}(?:\.\d{1,8})?)[,;]?\s+(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text.trim()) ?? [];
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return latitude && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}

/** The one site whose maps a page may frame. */
export const mapSite = 'https://www.openstreetmap.org';

/** About 300 metres to each side, in degrees. */
const around = 0.003;

/** The address of a map around a point, to be framed. */
export function mapFrame({ latitude, longitude }: Coordinates): string {
  const corners = [longitude - around, latitude - around, longitude + around, latitude + around];
  const bbox = corners.map((degrees) => degrees.toFixed(6)).join(',');
  const marker = `${latitude},${longitude}`;
  return `${mapSite}/export/embed.html?bbox=${encodeURIComponent(bbox)}&layer=mapnik&marker=${encodeURIComponent(marker)}`;
}

/** The address of a map to open: of the point, where there is one, or else of what the site finds for the words. */
export function mapPage(address: string, point: Coordinates | null): string {
  if (!point) return `${mapSite}/search?query=${encodeURIComponent(address)}`;
  const { latitude, longitude } = point;
  return `${mapSite}/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
