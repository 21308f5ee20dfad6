/**
 * Parses YAML in a process of its own: a hostile text may keep a parser busy for any time. Node runs this file
 * unbundled.
 */
import { within } from '../workers/guard.ts';
import { type Part, placesOf } from './places.ts';
import { readYaml } from './read-yaml.ts';

/** Seconds of CPU time. The slowest known text of the largest size takes one. */
const most = 5;

export const read = (text: string) => within(most, () => readYaml(text));

export const locate = ({ text, parts }: { text: string; parts: readonly Part[] }) =>
  within(most, () => placesOf(text, parts));
