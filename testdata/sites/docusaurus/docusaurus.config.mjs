export default {
  title: 'Site',
  url: 'https://example.org',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  i18n: { defaultLocale: 'zh-Hans', locales: ['zh-Hans', 'zh-Hant', 'zh-TW'] },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: { onUntruncatedBlogPosts: 'ignore' } }]],
  themeConfig: { navbar: { items: [{ to: '/blog', label: 'Blog' }, { to: '/about', label: 'About' }, { type: 'localeDropdown' }] } },
};
