import { Config } from './config';

/** The configuration of this process, from the one place that reads the environment. */
export const configFromEnvironment = () => Config.read(process.env);
