import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  Modal,
  Notification,
  Pill,
  PillsInputField,
  Popover,
  Portal,
  SegmentedControl,
  Switch,
  Tooltip,
} from '@mantine/core';
import classes from './controls.module.css';

/** One accent, neutral greys, a 4 px grid, radius 6, 13 px text. The colours themselves: `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: 6,
  colors: {
    iris: [
      '#f1f0ff',
      '#e4e2fe',
      '#cbc8fb',
      '#aeaaf6',
      '#918cef',
      '#7772e6',
      '#5853d6',
      '#4a45c4',
      '#3f3ba8',
      '#34318a',
    ],
    gray: [
      '#f6f6f8',
      '#f0f0f3',
      '#e6e6eb',
      '#d9d9e0',
      '#d0d0d8',
      '#9c9ca6',
      '#6a6a75',
      '#52525c',
      '#36363e',
      '#1a1a1f',
    ],
    dark: [
      '#ededf1',
      '#c6c6ce',
      '#a9a9b4',
      '#8f8f9b',
      '#3c3c44',
      '#2a2a2f',
      '#1f1f23',
      '#18181b',
      '#121214',
      '#0e0e10',
    ],
  },
  black: '#1a1a1f',
  defaultRadius: 6,
  fontFamily: '"Inter", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '18px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.54', lg: '1.6', xl: '1.6' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Input: Input.extend({ classNames: { wrapper: classes.input ?? '' } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      classNames: {
        label: classes.label ?? '',
        description: classes.description ?? '',
        error: classes.error ?? '',
      },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, classNames: { root: classes.button ?? '' } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
      classNames: { root: classes.actionIcon ?? '' },
    }),
    // Portals lie in a landmark of the page (`app.tsx`): what opens is part of it for a screen reader.
    Portal: Portal.extend({ defaultProps: { target: '#overlays' } }),
    Menu: Menu.extend({
      defaultProps: {
        withInitialFocusPlaceholder: false,
        transitionProps: { duration: 80, transition: 'pop' },
        offset: 4,
        position: 'bottom-end',
      },
      classNames: {
        dropdown: classes.menu ?? '',
        item: classes.menuItem ?? '',
        label: classes.menuLabel ?? '',
        divider: classes.menuDivider ?? '',
      },
    }),
    Popover: Popover.extend({
      defaultProps: { transitionProps: { duration: 80 } },
      classNames: { dropdown: classes.menu ?? '' },
    }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 120, transition: 'pop' },
        centered: true,
        // Mantine makes it a <header>, which would be a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      classNames: {
        overlay: classes.overlay ?? '',
        content: classes.modal ?? '',
        header: classes.modalHeader ?? '',
        title: classes.modalTitle ?? '',
        body: classes.modalBody ?? '',
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 80 }, withinPortal: true },
      classNames: { tooltip: classes.tooltip ?? '' },
    }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { transitionDuration: 100, withItemsBorders: false },
      classNames: {
        root: classes.segmented ?? '',
        label: classes.segmentedLabel ?? '',
        indicator: classes.segmentedIndicator ?? '',
      },
    }),
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'xs' },
      classNames: { inner: classes.checkboxInner ?? '', label: classes.checkboxLabel ?? '' },
    }),
    Switch: Switch.extend({
      defaultProps: { size: 'sm' },
      classNames: { label: classes.checkboxLabel ?? '', track: classes.switchTrack ?? '' },
    }),
    PillsInputField: PillsInputField.extend({ classNames: { field: classes.chipField ?? '' } }),
    Pill: Pill.extend({ classNames: { root: classes.pill ?? '' } }),
    Notification: Notification.extend({ classNames: { root: classes.notification ?? '' } }),
  },
});

/** Mantine's own variables take our colours. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-text': 'var(--tb-text)',
    '--mantine-color-body': 'var(--tb-surface)',
    '--mantine-color-error': 'var(--tb-bad)',
    '--mantine-color-placeholder': 'var(--tb-faint)',
    '--mantine-color-anchor': 'var(--tb-accent-text)',
    '--mantine-color-default': 'var(--tb-surface)',
    '--mantine-color-default-hover': 'var(--tb-sunken)',
    '--mantine-color-default-color': 'var(--tb-text)',
    '--mantine-color-default-border': 'var(--tb-border-strong)',
    '--mantine-color-dimmed': 'var(--tb-muted)',
    '--mantine-color-disabled': 'var(--tb-hover)',
    '--mantine-color-disabled-color': 'var(--tb-faint)',
    '--mantine-color-disabled-border': 'var(--tb-border)',
    '--mantine-color-iris-filled': 'var(--tb-accent)',
    '--mantine-color-iris-light-color': 'var(--tb-accent-text)',
    '--mantine-color-gray-light-color': 'var(--tb-muted)',
  };
  return {
    variables: {},
    light: { ...shared },
    dark: { ...shared, '--mantine-color-default': 'var(--tb-raised)', '--mantine-color-default-hover': '#26262b' },
  };
};
