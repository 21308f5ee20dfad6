import { NoSight } from './src/testing/sight';
import { Stream } from './src/testing/stream';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

globalThis.IntersectionObserver = NoSight as unknown as typeof IntersectionObserver;
globalThis.EventSource = Stream as unknown as typeof EventSource;
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
