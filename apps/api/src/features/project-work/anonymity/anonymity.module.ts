import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module';
import { MaskedFile } from './masked-file';

@Module({ imports: [WorkModule], providers: [MaskedFile], exports: [MaskedFile] })
export class AnonymityModule {}
