import { colours, fonts, lineHeight, spacing, textSizes } from '@anjie/tokens'
import type { ThemeConfig } from 'antd'

/** Ant Design as a working desk: dense, hairlines instead of shadows (overlays excepted), small radius. */
export function themeOf(largeType: boolean): ThemeConfig {
  return {
    cssVar: { key: 'anjie' },
    token: {
      colorPrimary: colours.work,
      colorLink: colours.work,
      colorInfo: colours.work,
      colorSuccess: colours.good,
      colorWarning: colours.due,
      colorError: colours.stop,
      colorTextBase: colours.ink,
      colorBgLayout: colours.page,
      colorBorder: '#b9c1bd',
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      colorTextPlaceholder: '#66717a',
      colorTextDescription: colours.off,
      colorTextDisabled: '#66717a',
      borderRadius: spacing.radius,
      borderRadiusLG: spacing.radius,
      borderRadiusSM: spacing.radius,
      fontFamily: fonts.text,
      fontSize: largeType ? textSizes.scale[3] : textSizes.console,
      lineHeight: lineHeight,
      controlHeight: largeType ? 44 : 32,
      boxShadowTertiary: 'none',
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', paddingInline: 12 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 2px' },
      Modal: { titleFontSize: largeType ? 22 : 16 },
      Tabs: { horizontalMargin: '0 0 8px 0', horizontalItemPadding: '6px 0' },
    },
  }
}
