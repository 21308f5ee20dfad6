export { Illustrative } from './illustrative';
