export * from './annex-one';
export * from './credit';
export * from './draft';
export * from './fault';
export * from './faults';
export * from './illustrative';
export * from './vocabulary';
