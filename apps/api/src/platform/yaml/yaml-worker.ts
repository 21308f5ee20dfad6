/** Parses YAML in a process of its own: nobody knows how long a text of somebody keeps a parser busy. Node runs this file as it stands. */
import { within } from '../workers/guard.ts';
import { type Part, placesOf } from './places.ts';
import { readYaml } from './read-yaml.ts';

/** Seconds of CPU time. The slowest text of the largest size that is known takes one. */
const most = 5;

export const read = (text: string) => within(most, () => readYaml(text));

export const locate = ({ text, parts }: { text: string; parts: readonly Part[] }) =>
  within(most, () => placesOf(text, parts));
