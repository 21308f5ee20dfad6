import { Stream } from './src/testing/stream';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

globalThis.EventSource = Stream as unknown as typeof EventSource;
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
