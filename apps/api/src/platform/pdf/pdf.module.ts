import { Module } from '@nestjs/common';
import { PdfPress } from './pdf-press';

@Module({ providers: [PdfPress], exports: [PdfPress] })
export class PdfModule {}
