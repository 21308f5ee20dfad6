export * from './pdf-press';
export * from './pdf.module';
