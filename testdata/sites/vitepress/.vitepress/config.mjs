export default {
  title: 'Site',
  locales: {
    root: { label: '简体', lang: 'zh-Hans' },
    'zh-Hant': { label: '繁體', lang: 'zh-Hant' },
    'zh-TW': { label: '臺灣', lang: 'zh-TW' },
    'zh-HK': { label: '香港', lang: 'zh-HK' },
  },
};
