import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlacesModule } from '../../places';
import { AwardModule } from '../award/award.module';
import { SharingModule } from '../sharing/sharing.module';
import { EndLinks } from './end-links';
import { LinkedCredential } from './linked-credential';
import { LinksController } from './links.controller';
import { OwnLinks } from './own-links';
import { ShareLink } from './share-link.entity';

@Module({
  imports: [TypeOrmModule.forFeature([ShareLink]), PlacesModule, AwardModule, SharingModule],
  controllers: [LinksController],
  providers: [EndLinks, LinkedCredential, OwnLinks],
})
export class LinksModule {}
