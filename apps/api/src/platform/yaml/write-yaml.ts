import { stringify } from 'yaml';

/**
 * Data as YAML, in lines that fit a screen; `YamlReader` reads the same data from it. Programs that read YAML 1.1 take
 * `yes`, `NO` and dates for no texts: these are quoted.
 */
export const yamlOf = (data: object): string =>
  stringify(data, { lineWidth: 110, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
