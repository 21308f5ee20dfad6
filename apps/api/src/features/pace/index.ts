export { behindAmong } from './behind-rows';
export { PaceModule } from './pace.module';
