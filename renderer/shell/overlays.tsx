import { latePart, useIdle, useLatePart } from '../common/lazy.ts';
import { useWindow } from '../common/window-state.ts';
import { Palette } from '../palette/palette.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

const lateDialogs = latePart(async () => {
  const [
    { ConnectionDialog },
    { HandOverDialog },
    { ThroughDialog },
    { SettingsDialog },
    { PeakaAccountDialog },
    { PeakaRenameDialog },
    { PeakaEditDialog },
    { GuideDialog },
    { KeysDialog },
    { CopyAsDialog },
    { UseInDialog },
    { PushDialog },
  ] = await Promise.all([
    import('../connection/connection-dialog.tsx'),
    import('../peaka/dialogs/hand-over/hand-over-dialog.tsx'),
    import('../peaka/dialogs/through/through-dialog.tsx'),
    import('../settings/settings-dialog.tsx'),
    import('../peaka/account-dialog.tsx'),
    import('../peaka/page/rename-dialog.tsx'),
    import('../peaka/dialogs/edit/edit-dialog.tsx'),
    import('../help/guide-dialog.tsx'),
    import('../help/keys-dialog.tsx'),
    import('../resources/copy-as/copy-as-dialog.tsx'),
    import('../feeds/use-in/use-in-dialog.tsx'),
    import('../feeds/push/push-dialog.tsx'),
  ]);
  return {
    ConnectionDialog,
    HandOverDialog,
    ThroughDialog,
    SettingsDialog,
    PeakaAccountDialog,
    PeakaRenameDialog,
    PeakaEditDialog,
    GuideDialog,
    KeysDialog,
    CopyAsDialog,
    UseInDialog,
    PushDialog,
  };
});

/** Dialogs and menus above the page. They load after the window's first render, before the user needs them. */
export function Overlays() {
  const isWanted = useWindow(
    ({ overlay, peakaAccount, help, confirmation }) =>
      overlay !== null || peakaAccount !== null || help !== null || confirmation !== null,
  );
  const isIdle = useIdle();
  const isThere = isIdle || isWanted;
  const dialogs = useLatePart(lateDialogs, isThere);
  if (!isThere) return null;
  return (
    <>
      <Palette />
      {dialogs === undefined ? null : (
        <>
          <dialogs.SettingsDialog />
          <dialogs.ConnectionDialog />
          <dialogs.HandOverDialog />
          <dialogs.ThroughDialog />
          <dialogs.PeakaRenameDialog />
          <dialogs.PeakaEditDialog />
          <dialogs.PeakaAccountDialog />
          <dialogs.CopyAsDialog />
          <dialogs.UseInDialog />
          <dialogs.PushDialog />
          <dialogs.GuideDialog />
          <dialogs.KeysDialog />
        </>
      )}
      <ConfirmDialog />
    </>
  );
}
