export { NewsCall } from './news-call';
