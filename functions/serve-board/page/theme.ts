import type { ThemeConfig } from 'antd';

/** Darker than antd's own: on white and on grey, text has at least the contrast of WCAG AA. */
const blue = '#0a4fc4';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: blue,
    colorInfo: blue,
    colorLink: blue,
    colorTextPlaceholder: '#6b6f76',
    colorTextDescription: '#5a5f66',
    colorTextTertiary: '#5a5f66',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif",
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#f5f6f8' },
  },
};
