import type { DevicePosition } from '@libretto/domain';

const patienceMs = 20_000;

/** Browsers tell a position to pages of a secure connection only. */
export const canBePlaced = (): boolean => isSecureContext && 'geolocation' in navigator;

/** Where this device takes itself to be. The browser asks its person first; `denied` where they or their browser say no. */
export function placeOfDevice(): Promise<DevicePosition | 'denied' | 'unknown'> {
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 0 },
    ),
  );
}
