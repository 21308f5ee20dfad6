import { stringify } from 'yaml';

/** Data as YAML, in lines that fit a screen; `YamlReader` reads the same data from it. */
export const yamlOf = (data: object): string => stringify(data, { lineWidth: 110, aliasDuplicateObjects: false });
