import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { keepScan } from '../../../platform/device/kept-scan';

/** Keeps the scan before anybody has to sign in: it was scanned when the browser began to open its address. */
export const keepScanned: CanActivateFn = ({ queryParamMap }) => {
  const code = queryParamMap.get('code');
  if (code) keepScan(code, inject(Router).navigated ? Date.now() : performance.timeOrigin);
  return true;
};
