import { expect, it } from 'vitest';
import { networkFileSystem } from '../../../app/doctor/folder.ts';

it('names file systems of a network, whose locks other computers may miss', () => {
  // SMB is above 2 ** 31: Node returns it as it is, other systems as a negative number.
  expect(networkFileSystem('/data', 0x6969, 'linux')).toBe('NFS');
  expect(networkFileSystem('/data', 0xff534d42, 'linux')).toBe('SMB');
  expect(networkFileSystem('/data', 0xff534d42 | 0, 'linux')).toBe('SMB');
  expect(networkFileSystem('\\\\server\\share', 0, 'win32')).toBe('SMB');
  expect(networkFileSystem('C:\\data', 0, 'win32')).toBeUndefined();
  // ext4, tmpfs; and numbers that mean something else on macOS.
  expect(networkFileSystem('/data', 0xef53, 'linux')).toBeUndefined();
  expect(networkFileSystem('/data', 0x01021994, 'linux')).toBeUndefined();
  expect(networkFileSystem('/data', 0x6969, 'darwin')).toBeUndefined();
});
