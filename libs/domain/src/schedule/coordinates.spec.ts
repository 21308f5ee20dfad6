import { coordinatesOf, mapFrame, mapPage } from './coordinates';

describe('a point on a map', () => {
  it.each([
    ['41.9098, 12.5153', { latitude: 41.9098, longitude: 12.5153 }],
    [' -33.9 18 ', { latitude: -33.9, longitude: 18 }],
    ['40.84;  -180', { latitude: 40.84, longitude: -180 }],
    ['91, 0', null],
    ['0, 180.5', null],
    ['41,9098 12,5153', null],
    ['41.9098', null],
    ['', null],
    ['javascript:alert(1), 2', null],
    ['1e1, 2', null],
  ])('%s', (text, point) => {
    expect(coordinatesOf(text)).toEqual(point);
  });

  it('is framed with its surroundings, and opened beside', () => {
    const rome = { latitude: 41.91, longitude: 12.515 };
    const frame = new URL(mapFrame(rome));
    expect([frame.origin, frame.pathname]).toEqual(['https://www.openstreetmap.org', '/export/embed.html']);
    expect(frame.searchParams.get('bbox')).toBe('12.512000,41.907000,12.518000,41.913000');
    expect(mapPage('Via Roma 1 & 2', rome)).toContain('mlat=41.91&mlon=12.515');
    expect(new URL(mapPage('Via Roma 1 & 2', null)).searchParams.get('query')).toBe('Via Roma 1 & 2');
  });
});
