import { stringify } from 'yaml';

/**
 * Data as YAML, in lines that fit a screen; `YamlReader` reads the same data from it. Programs that read YAML 1.1 take
 * `yes`, `NO` and dates for no texts: these are quoted.
 */
export const yamlOf = (data: object): string => stringify(data, { ...style, lineWidth: 110 });

/** The same with each text on one line, whatever its length. */
export const yamlInLongLines = (data: object): string => stringify(data, { ...style, lineWidth: 0 });

const style = { aliasDuplicateObjects: false, compat: 'yaml-1.1' } as const;
