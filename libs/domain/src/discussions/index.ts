export * from './post';
export * from './thread';
