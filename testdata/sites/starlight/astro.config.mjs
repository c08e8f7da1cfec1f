import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import links from 'starlight-links-validator';

export default defineConfig({
  integrations: [
    starlight({
      title: 'Site',
      defaultLocale: 'root',
      locales: {
        root: { label: '简体', lang: 'zh-Hans' },
        'zh-hant': { label: '繁體', lang: 'zh-Hant' },
        'zh-tw': { label: '臺灣', lang: 'zh-TW' },
        'zh-hk': { label: '香港', lang: 'zh-HK' },
      },
      plugins: [links({ errorOnRelativeLinks: false, errorOnInconsistentLocale: true })],
    }),
  ],
});
