import { isPageLink, pageLimits, videoAt } from '@libretto/domain';
import * as z from 'zod/mini';
import { line, lineOrNone, noWebAddress } from './shapes';

/** The address of a film on a site whose player a page may show. */
export const videoAddress = line(pageLimits.address).check(
  z.refine((address) => videoAt(address) !== null, { error: 'no-video', params: { reason: 'no-video' } }),
);

/** What an author types to put a video on a page, and to make a link of some words. */
export const pageVideo = z.object({ address: videoAddress, title: lineOrNone(pageLimits.videoTitle) });
export const pageLink = z.object({ href: line(pageLimits.address).check(z.refine(isPageLink, noWebAddress)) });
