import { Module } from '@nestjs/common';
import { BadgeImages } from './badge-images';

@Module({ providers: [BadgeImages], exports: [BadgeImages] })
export class BadgeModule {}
